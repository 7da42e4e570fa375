/** Stands in for the demo. */
package io.axiom.embedded.demo;
