package org.iltlib.store.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A source of one connection at a time whose n-th JDBC call fails, before or after it has done its work. Counts what is
 * not given back.
 */
final class FailingSource implements DataSource {
    static final String SECRET = "value of somebody";
    private static final Set<Class<?>> WATCHED =
            Set.of(Connection.class, Statement.class, PreparedStatement.class, ResultSet.class);

    private final DataSource sound;
    private int calls;
    private int failing = Integer.MAX_VALUE;
    private boolean after;
    private int open;

    FailingSource(DataSource sound) {
        this.sound = sound;
    }

    /** From now on that call fails, the first being 1. */
    void failAt(int call, boolean afterItsWork) {
        calls = 0;
        failing = call;
        after = afterItsWork;
    }

    /** Whether the call that was to fail has come. */
    boolean failed() {
        return calls >= failing;
    }

    void neverFail() {
        failAt(Integer.MAX_VALUE, false);
    }

    /** How many connections were taken and not given back. */
    int open() {
        return open;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (open > 0) {
            throw new AssertionError("A second connection was taken. With a pool of one this would never end.");
        }
        calls++;
        if (calls == failing) {
            throw failure();
        }
        Connection connection = sound.getConnection();
        open++;
        return watched(Connection.class, connection);
    }

    private static SQLException failure() {
        return new SQLException("Injected: " + SECRET, "08006", 17);
    }

    @SuppressWarnings("ReferenceEquality") // a proxy equals itself only
    private <T> T watched(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? proxy == arguments[0] : method.invoke(target, arguments);
            }
            if (method.getName().equals("close") && target instanceof Connection connection && !connection.isClosed()) {
                open--;
            }
            boolean fails = ++calls == failing;
            if (fails && !after) {
                if (method.getName().equals("close") && target instanceof Connection connection) {
                    connection.close();
                }
                throw failure();
            }
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (fails) {
                throw failure();
            }
            return result != null && WATCHED.contains(method.getReturnType())
                    ? watchedResult(method.getReturnType(), result)
                    : result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private <T> Object watchedResult(Class<T> type, Object result) {
        return watched(type, type.cast(result));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return sound.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        sound.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        sound.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return sound.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return sound.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return sound.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return sound.isWrapperFor(type);
    }
}
