/** Where instances run: processes on this machine that outlive the control plane and are found again after it died. */
@NullMarked
package io.axiom.deployment.target;

import org.jspecify.annotations.NullMarked;
