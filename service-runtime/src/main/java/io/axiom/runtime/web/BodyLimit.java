package io.axiom.runtime.web;

/**
 * Allows larger bodies at one path; declared as a bean.
 *
 * @param path exactly as it is requested
 * @param bytes the largest body
 */
public record BodyLimit(String path, int bytes) {}
