/** Load as users make it: it comes at its own pace, whether the system keeps up or not. */
@NullMarked
package io.axiom.benchmarks.load;

import org.jspecify.annotations.NullMarked;
