package vn.sovang.benchmark;

import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.BinaryJdbcType;

/// Keeps payloads in the row, as Axon's manual advises for PostgreSQL; by default they would be
/// large objects, four times slower.
public final class ByteaDialect extends PostgreSQLDialect {
    public ByteaDialect() {
        super(DatabaseVersion.make(18));
    }

    @Override
    protected String columnType(int sqlType) {
        return sqlType == SqlTypes.BLOB ? "bytea" : super.columnType(sqlType);
    }

    @Override
    protected String castType(int sqlType) {
        return sqlType == SqlTypes.BLOB ? "bytea" : super.castType(sqlType);
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        contributions
                .getTypeConfiguration()
                .getJdbcTypeRegistry()
                .addDescriptor(Types.BLOB, BinaryJdbcType.INSTANCE);
    }
}
