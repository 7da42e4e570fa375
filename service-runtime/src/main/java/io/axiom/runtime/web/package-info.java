/** What every service serves over HTTP: commands, its log, its health, and problems as RFC 9457 describes them. */
@NullMarked
package io.axiom.runtime.web;

import org.jspecify.annotations.NullMarked;
