/** What releases need of databases: migrations on the way out, their way back, and what is known of them here. */
@NullMarked
package io.axiom.deployment.schema;

import org.jspecify.annotations.NullMarked;
