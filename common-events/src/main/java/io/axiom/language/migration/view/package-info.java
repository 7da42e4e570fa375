/** What migration-service answers when it is asked. */
@NullMarked
package io.axiom.language.migration.view;

import org.jspecify.annotations.NullMarked;
