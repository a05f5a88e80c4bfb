using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PayPage.Data;

/// <summary>For the tool that writes migrations: it needs the model of each provider, and no database.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteDbContext>
{
    public SqliteDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <inheritdoc cref="DesignTimeSqlite"/>
internal sealed class DesignTimeSqlServer : IDesignTimeDbContextFactory<SqlServerDbContext>
{
    public SqlServerDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerDbContext>().UseSqlServer("Server=none").Options);
}
