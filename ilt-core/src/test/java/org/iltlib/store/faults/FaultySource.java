package org.iltlib.store.faults;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A small pool of real connections on which calls fail now and then, as they do: no connection to be had, a connection
 * that breaks before a call or right after a commit, a deadlock, a serialization failure, a full disk. It counts what it
 * did and how many connections were not given back.
 */
final class FaultySource implements DataSource, AutoCloseable {
    private final DataSource real;
    private final String diskFull;
    private final Random random;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong injected = new AtomicLong();
    private volatile int oneIn;

    /**
     * A pool over that source.
     *
     * @param diskFull the SQL state of a full disk here
     * @param oneIn one call in so many fails; 0 for none
     */
    FaultySource(DataSource real, String diskFull, int oneIn, long seed) {
        this.real = real;
        this.diskFull = diskFull;
        this.oneIn = oneIn;
        this.random = new Random(seed);
    }

    private enum Fault {
        NONE,
        LOST,
        DEADLOCK,
        SERIALIZATION,
        DISK_FULL
    }

    /** From now on nothing fails that does not fail by itself. */
    void heal() {
        oneIn = 0;
    }

    /** How many connections are out. */
    int open() {
        return open.get();
    }

    /** How many calls were made to fail. */
    long injected() {
        return injected.get();
    }

    private synchronized Fault next() {
        if (oneIn == 0 || random.nextInt(oneIn) != 0) {
            return Fault.NONE;
        }
        injected.incrementAndGet();
        return Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (next() != Fault.NONE) {
            throw new SQLException("no connection to be had", "08001");
        }
        Connection taken;
        synchronized (idle) {
            taken = idle.poll();
        }
        Connection connection = taken == null ? real.getConnection() : taken;
        open.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, new Faulty(connection));
    }

    /** One connection while it is out. */
    private final class Faulty implements InvocationHandler {
        private final Connection connection;
        private boolean broken;
        private boolean aborted;
        private boolean closed;

        Faulty(Connection connection) {
            this.connection = connection;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // a proxy equals itself only
        public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
            switch (method.getName()) {
                case "hashCode" -> {
                    return System.identityHashCode(proxy);
                }
                case "equals" -> {
                    return proxy == args[0];
                }
                case "close" -> {
                    giveBack();
                    return null;
                }
                case "isClosed" -> {
                    return closed;
                }
                default -> {
                    fail(method);
                    Object result = call(connection, method, args);
                    if (method.getName().equals("commit") && next() != Fault.NONE) {
                        breakOff("after the commit");
                    }
                    if (method.getName().equals("rollback")) {
                        aborted = false;
                    }
                    return result instanceof Statement statement ? faulty(statement, method) : result;
                }
            }
        }

        private Object faulty(Statement statement, Method made) {
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {made.getReturnType()}, (proxy, method, args) -> {
                        if (method.getName().startsWith("execute")) {
                            fail(method);
                        }
                        return call(statement, method, args);
                    });
        }

        private void fail(Method method) throws SQLException {
            if (broken) {
                throw new SQLException("the connection is broken", "08006");
            }
            boolean executes = method.getName().startsWith("execute");
            if (aborted && executes) {
                throw new SQLException("the transaction is aborted", "25P02");
            }
            Fault fault = next();
            if (fault == Fault.NONE) {
                return;
            }
            if (fault == Fault.LOST || !executes) {
                breakOff("before " + method.getName());
            }
            if (fault == Fault.DISK_FULL) {
                throw new SQLException("the disk is full", diskFull);
            }
            connection.rollback();
            aborted = true;
            throw new SQLException("try again", fault == Fault.DEADLOCK ? "40P01" : "40001");
        }

        private void breakOff(String when) throws SQLException {
            broken = true;
            connection.close();
            throw new SQLException("the connection broke " + when, "08006");
        }

        private void giveBack() throws SQLException {
            if (closed) {
                return;
            }
            closed = true;
            open.decrementAndGet();
            if (!broken) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                synchronized (idle) {
                    idle.push(connection);
                }
            }
        }
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws SQLException {
        synchronized (idle) {
            for (Connection connection : idle) {
                connection.close();
            }
            idle.clear();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
