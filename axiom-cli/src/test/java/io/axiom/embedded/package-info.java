/** Stand-ins for the platform, started as processes by tests of up, down and demo. */
package io.axiom.embedded;
