package io.axiom.language;

import java.util.List;

/** The bounded contexts that have a log. The first five are the services; {@code access} is the gateway's (tokens). */
public final class Contexts {
    public static final String VERSION = "version";
    public static final String DEPLOYMENT = "deployment";
    public static final String MIGRATION = "migration";
    public static final String HOTUPDATE = "hotupdate";
    public static final String TENANT = "tenant";
    public static final String ACCESS = "access";

    /** Every context, whether or not its service is running. */
    public static final List<String> ALL = List.of(VERSION, DEPLOYMENT, MIGRATION, HOTUPDATE, TENANT, ACCESS);

    private Contexts() {}
}
