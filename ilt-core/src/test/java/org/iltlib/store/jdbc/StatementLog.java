package org.iltlib.store.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A data source that writes down every statement at its execution, and the ends of transactions. */
final class StatementLog {
    private final List<String> statements = new ArrayList<>();
    private final DataSource source;

    StatementLog(DataSource source) {
        this.source = proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(source, method, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    DataSource source() {
        return source;
    }

    /** What the work issues; what comes several times in a row, for several rows, is told once. */
    List<String> of(Runnable work) {
        statements.clear();
        work.run();
        return List.copyOf(statements);
    }

    private void add(String sql) {
        if (statements.isEmpty() || !statements.get(statements.size() - 1).equals(sql)) {
            statements.add(sql);
        }
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "commit" -> add("COMMIT");
                case "rollback" -> add(arguments == null ? "ROLLBACK" : "ROLLBACK TO SAVEPOINT");
                case "setSavepoint" -> add("SAVEPOINT");
                default -> {}
            }
            Object result = invoke(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement ? statement(Statement.class, statement, "") : result;
        });
    }

    private <S extends Statement> S statement(Class<S> type, S statement, String prepared) {
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                add(arguments == null ? prepared : String.valueOf(arguments[0]));
            }
            return invoke(statement, method, arguments);
        });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
