package io.axiom.runtime.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a service's own database, waiting for PostgreSQL to come up and creating the database when it is missing. */
final class ServiceDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceDatabase.class);
    private static final Pattern NAME = Pattern.compile("(jdbc:postgresql:(?://[^/]+/)?)([^?]+)(\\?.*)?");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String DATABASE_EXISTS = "42P04";
    private static final String UNIQUE_VIOLATION = "23505";

    private final String url;
    private final AxiomProperties.Database properties;

    private ServiceDatabase(AxiomProperties.Database properties) {
        String configured = properties.url();
        if (configured == null || !NAME.matcher(configured).matches()) {
            throw new IllegalStateException("axiom.database.url must be a JDBC URL of a PostgreSQL database, like"
                    + " jdbc:postgresql://127.0.0.1:5432/axiom_version; set it, or AXIOM_DATABASE_URL");
        }
        this.url = configured;
        this.properties = properties;
    }

    static HikariDataSource open(AxiomProperties.Database properties, String poolName) {
        ServiceDatabase database = new ServiceDatabase(properties);
        database.awaitAndCreate();
        return database.pool(poolName);
    }

    private HikariDataSource pool(String poolName) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(properties.username());
        config.setPassword(properties.password());
        config.setPoolName(poolName);
        config.setMaximumPoolSize(properties.poolSize());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5000);
        config.setRegisterMbeans(false);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", poolName);
        return new HikariDataSource(config);
    }

    private void awaitAndCreate() {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            try (Connection _ = connect(url)) {
                return;
            } catch (SQLException e) {
                if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
                    create();
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "PostgreSQL cannot be reached: " + e.getMessage()
                                    + ". Start it, or correct axiom.database.url.",
                            e);
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for PostgreSQL", e);
            }
        }
    }

    private void create() {
        Matcher parts = NAME.matcher(url);
        boolean unused = parts.matches();
        String name = parts.group(2);
        String parameters = parts.group(3) == null ? "" : parts.group(3);
        try (Connection connection = connect(parts.group(1) + "postgres" + parameters);
                PreparedStatement quote = connection.prepareStatement("SELECT format('CREATE DATABASE %I', ?::text)")) {
            quote.setString(1, name);
            try (ResultSet statement = quote.executeQuery()) {
                statement.next();
                String create = statement.getString(1);
                try (var creation = connection.createStatement()) {
                    creation.execute(create);
                }
            }
            LOG.info("Created the database {}", name);
        } catch (SQLException e) {
            if (!DATABASE_EXISTS.equals(e.getSQLState()) && !UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new IllegalStateException("The database " + name + " does not exist and could not be created", e);
            }
        }
    }

    private Connection connect(String to) throws SQLException {
        Properties login = new Properties();
        if (properties.username() != null) {
            login.setProperty("user", properties.username());
        }
        if (properties.password() != null) {
            login.setProperty("password", properties.password());
        }
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(to, login);
    }
}
