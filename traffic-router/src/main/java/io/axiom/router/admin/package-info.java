/** The admin side: sets routes and reads reports. */
@NullMarked
package io.axiom.router.admin;

import org.jspecify.annotations.NullMarked;
