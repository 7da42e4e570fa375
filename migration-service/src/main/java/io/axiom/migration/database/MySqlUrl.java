package io.axiom.migration.database;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.vertx.mysqlclient.MySQLConnectOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads {@code jdbc:mariadb://host:port/database?user=…&password=…}; other parameters are refused, not ignored. */
final class MySqlUrl {
    private static final int PORT = 3306;

    private MySqlUrl() {}

    static MySQLConnectOptions options(DatabaseAddress address) {
        URI uri;
        try {
            uri = new URI(address.url().substring("jdbc:".length()));
        } catch (URISyntaxException e) {
            throw refused("The address is no URL.");
        }
        if (uri.getHost() == null) {
            throw refused("The address names no host.");
        }
        MySQLConnectOptions options = new MySQLConnectOptions()
                .setHost(uri.getHost())
                .setPort(uri.getPort() < 0 ? PORT : uri.getPort())
                .setUser(address.user() == null ? "root" : address.user())
                .setPassword(address.password() == null ? "" : address.password())
                .setCharset("utf8mb4");
        if (uri.getPath().length() > 1) {
            options.setDatabase(uri.getPath().substring(1));
        }
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&")) {
                String[] parts = parameter.split("=", 2);
                String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                switch (parts[0]) {
                    case "user" -> options.setUser(value);
                    case "password" -> options.setPassword(value);
                    default -> throw refused("The parameter " + parts[0] + " is not known.");
                }
            }
        }
        return options;
    }

    private static RejectedException refused(String why) {
        return new RejectedException(new Rejection(
                "migration.database-url-unknown",
                Rejection.Kind.INVALID,
                why,
                "Write jdbc:mariadb://host:port/database, with user and password beside it where they are needed."));
    }
}
