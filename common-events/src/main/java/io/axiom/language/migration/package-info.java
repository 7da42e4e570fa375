/** The language of migration-service: databases, their migrations, and the runs that apply them or take them back. */
@NullMarked
package io.axiom.language.migration;

import org.jspecify.annotations.NullMarked;
