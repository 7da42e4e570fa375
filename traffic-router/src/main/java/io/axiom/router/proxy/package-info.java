/** The public side: takes requests, passes them on, brings the answers back. */
@NullMarked
package io.axiom.router.proxy;

import org.jspecify.annotations.NullMarked;
