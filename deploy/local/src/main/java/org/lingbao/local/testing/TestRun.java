package org.lingbao.local.testing;

/** The system properties through which one run's coordinates reach the tests. */
final class TestRun {
    static final String JDBC_URL = "lingbao.test.jdbc-url";
    static final String USER = "lingbao.test.user";
    static final String PASSWORD = "lingbao.test.password";
    static final String SERVICE = "lingbao.test.service";
    static final String SERVICE_PASSWORD = "lingbao.test.service-password";
    static final String BOOTSTRAP = "lingbao.test.bootstrap";
    static final String PREFIX = "lingbao.test.topic-prefix";
    static final String ISSUER = "lingbao.test.issuer";
    static final String ISSUER_KEY = "lingbao.test.issuer-key";
    static final String EXCHANGE = "lingbao.test.exchange-keys";
    static final String EXCHANGE_PORT = "lingbao.test.exchange-port";

    private TestRun() {}

    static String get(String property) {
        var value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "no test stack in this JVM: put @QuarkusTestResource(TestStack.class) on the test");
        }
        return value;
    }
}
