/** What every service needs and none should write twice. */
@NullMarked
package io.axiom.runtime;

import org.jspecify.annotations.NullMarked;
