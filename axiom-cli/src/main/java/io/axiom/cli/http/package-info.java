/** Talking to the gateway: requests, problems, live streams. */
@NullMarked
package io.axiom.cli.http;

import org.jspecify.annotations.NullMarked;
