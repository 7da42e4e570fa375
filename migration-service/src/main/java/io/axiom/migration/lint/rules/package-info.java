/** The rules, by theme. Those with names known from squawk judge as its documentation says; none of its code is used. */
@NullMarked
package io.axiom.migration.lint.rules;

import org.jspecify.annotations.NullMarked;
