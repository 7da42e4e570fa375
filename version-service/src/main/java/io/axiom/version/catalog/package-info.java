/** Components and versions as tables for reading, and the REST calls about them. */
@NullMarked
package io.axiom.version.catalog;

import org.jspecify.annotations.NullMarked;
