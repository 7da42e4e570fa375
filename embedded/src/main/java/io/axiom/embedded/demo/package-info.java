/** The main job, told and proven in one run: what it prints it has observed. */
@NullMarked
package io.axiom.embedded.demo;

import org.jspecify.annotations.NullMarked;
