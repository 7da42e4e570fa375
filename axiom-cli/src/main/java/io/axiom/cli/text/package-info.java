/** How things look on a terminal and in a file: tables, marks, spans of time, JSON and YAML. */
@NullMarked
package io.axiom.cli.text;

import org.jspecify.annotations.NullMarked;
