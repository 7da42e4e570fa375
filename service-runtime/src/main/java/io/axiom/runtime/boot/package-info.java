/** Spring Boot auto-configuration of everything a service needs; active where a {@code BoundedContext} bean is. */
@NullMarked
package io.axiom.runtime.boot;

import org.jspecify.annotations.NullMarked;
