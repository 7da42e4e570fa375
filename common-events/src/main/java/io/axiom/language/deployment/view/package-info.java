/** What people and programs see of deployments: one shape for REST, CLI and pages. */
@NullMarked
package io.axiom.language.deployment.view;

import org.jspecify.annotations.NullMarked;
