package id.hadir.local;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * The server's databases: one for each service, with two roles that reach no other. The owner makes
 * and changes the tables; the service logs in as one that may not, so that what it writes down for
 * good stays.
 */
final class Databases {

    /**
     * Where a service finds its database.
     *
     * @param owner migrates it
     * @param service works in it; the owner too where there are no roles to be made
     */
    record Access(String host, int port, String database, Login owner, Login service) {

        boolean hasOneRole() {
            return owner.equals(service);
        }
    }

    record Login(String user, String password) {}

    private static final String OF_THE_SERVICE = "_app";

    private final String host;
    private final int port;
    private final Login login;
    private final Secrets secrets;

    /**
     * @param url postgresql://user:password@host:port/
     */
    Databases(String url, Secrets secrets) {
        try {
            URI uri = URI.create(url);
            String[] userInfo = uri.getUserInfo().split(":", 2);
            if (!List.of("postgresql", "postgres").contains(uri.getScheme())) {
                throw new IllegalArgumentException(uri.getScheme());
            }
            this.host = java.util.Objects.requireNonNull(uri.getHost());
            this.port = uri.getPort() < 0 ? 5432 : uri.getPort();
            this.login = new Login(userInfo[0], userInfo.length > 1 ? userInfo[1] : "");
            this.secrets = secrets;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Trouble(
                    "the database URL cannot be read",
                    "write it as postgresql://user:password@host:5432/",
                    e);
        }
    }

    /**
     * Makes roles and database where they are missing; one that a release with one role made keeps
     * it as the owner. A user who may not make roles is used as it is, with databases that exist.
     */
    List<Access> prepare(List<String> names) {
        try (Connection server = connect("postgres")) {
            boolean mayCreate = mayCreate(server);
            if (mayCreate) {
                for (String name : names) {
                    createRole(server, name);
                    createRole(server, name + OF_THE_SERVICE);
                    createDatabase(server, name);
                }
            }
            return names.stream().map(name -> access(name, mayCreate)).toList();
        } catch (SQLException e) {
            throw new Trouble(
                    "PostgreSQL at " + host + ":" + port + " refused (" + e.getMessage() + ")",
                    "check the address, the user and its rights",
                    e);
        }
    }

    /** On a server that is ours alone, the roles have no business in the databases it came with. */
    void closeDefaultDatabases() {
        try (Connection server = connect("postgres")) {
            execute(server, "revoke all on database postgres from public");
            execute(server, "revoke all on database template1 from public");
        } catch (SQLException e) {
            throw new Trouble("PostgreSQL's databases could not be closed", "start again", e);
        }
    }

    private Access access(String name, boolean hasOwnRoles) {
        return hasOwnRoles
                ? new Access(host, port, name, role(name), role(name + OF_THE_SERVICE))
                : new Access(host, port, name, login, login);
    }

    private Login role(String name) {
        return new Login(name, rolePassword(name));
    }

    private void createRole(Connection server, String name) throws SQLException {
        boolean exists = exists(server, "select 1 from pg_roles where rolname = ?", name);
        String verb = exists ? "alter" : "create";
        execute(
                server,
                "%s role %s login nosuperuser nocreatedb nocreaterole password '%s'"
                        .formatted(verb, name, rolePassword(name).replace("'", "''")));
    }

    private void createDatabase(Connection server, String name) throws SQLException {
        if (!exists(server, "select 1 from pg_database where datname = ?", name)) {
            // the creator must be a member of the role that will own it
            execute(server, "grant %s to current_user".formatted(name));
            execute(
                    server,
                    "create database %s owner %s encoding 'UTF8' template template0"
                            .formatted(name, name));
        }
        execute(server, "revoke all on database %s from public".formatted(name));
        execute(
                server,
                "grant connect on database %s to %s%s".formatted(name, name, OF_THE_SERVICE));
    }

    private String rolePassword(String name) {
        return secrets.findOrMake("database-" + name);
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + host + ":" + port + "/" + database, properties);
    }

    private static boolean mayCreate(Connection server) throws SQLException {
        String sql =
                "select rolsuper or (rolcreaterole and rolcreatedb)"
                        + " from pg_roles where rolname = current_user";
        try (Statement statement = server.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static boolean exists(Connection server, String sql, String name) throws SQLException {
        try (PreparedStatement statement = server.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection server, String sql) throws SQLException {
        try (Statement statement = server.createStatement()) {
            statement.execute(sql);
        }
    }
}
