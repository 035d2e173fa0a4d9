package vn.sovang.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateEventEntry;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;

/// Axon's own engine on Hibernate, set up to its advantage: payloads as `bytea` instead of large
/// objects, auto-commit off in the pool, one transaction per append, an entity manager per
/// transaction.
final class JpaStore implements AutoCloseable, EntityManagerProvider, TransactionManager {
    private final HikariDataSource pool;
    private final EntityManagerFactory managers;

    /// Of this store, whose life is a measurement's.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();

    private final AggregateBasedJpaEventStorageEngine engine;

    /// @param pool with auto-commit off; closed with the store
    JpaStore(HikariDataSource pool, EventConverter converter) {
        this.pool = pool;
        this.managers =
                new HibernatePersistenceConfiguration("axon")
                        .managedClass(AggregateEventEntry.class)
                        .property("hibernate.connection.datasource", pool)
                        .property("hibernate.connection.provider_disables_autocommit", true)
                        .property("hibernate.dialect", ByteaDialect.class.getName())
                        .property("hibernate.hbm2ddl.auto", "update")
                        // Axon's sequence has hyphens in its name.
                        .property("hibernate.globally_quoted_identifiers", true)
                        .property("hibernate.jdbc.batch_size", 100)
                        .createEntityManagerFactory();
        this.engine = new AggregateBasedJpaEventStorageEngine(this, this, converter, c -> c);
    }

    AggregateBasedJpaEventStorageEngine engine() {
        return engine;
    }

    /// The transaction's, which the engine may close as often as it likes; outside of one, a new
    /// one that the engine closes.
    @Override
    public EntityManager getEntityManager() {
        EntityManager bound = current.get();
        return bound == null ? managers.createEntityManager() : unclosable(bound);
    }

    private static EntityManager unclosable(EntityManager manager) {
        return (EntityManager)
                Proxy.newProxyInstance(
                        JpaStore.class.getClassLoader(),
                        new Class<?>[] {EntityManager.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("close")) {
                                return null;
                            }
                            try {
                                return method.invoke(manager, arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        });
    }

    @Override
    public Transaction startTransaction() {
        EntityManager manager = managers.createEntityManager();
        manager.getTransaction().begin();
        current.set(manager);
        return new Transaction() {
            @Override
            public void commit() {
                try (manager) {
                    manager.getTransaction().commit();
                } finally {
                    current.remove();
                }
            }

            @Override
            public void rollback() {
                try (manager) {
                    if (manager.getTransaction().isActive()) {
                        manager.getTransaction().rollback();
                    }
                } finally {
                    current.remove();
                }
            }
        };
    }

    @Override
    public void close() {
        engine.close();
        managers.close();
        pool.close();
    }
}
