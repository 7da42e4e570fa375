package io.axiom.version.surface.jar;

/**
 * A class of a jar.
 *
 * @param bytes its class file without what is not API: code, debugging information
 */
record ApiClass(ClassHeader header, byte[] bytes) {}
