using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;

namespace PayPage.E2E.Torture;

/// <summary>The driver that the site brings along: the journeys name no part of the site, and need it here alone.</summary>
internal static class SqlServerDriver
{
    private static readonly Lazy<Type> Connection = new(Load);

    public static DbConnection Open(string connectionString) => (DbConnection)(Activator.CreateInstance(Connection.Value, connectionString)
        ?? throw new InvalidOperationException("The driver has no such connection."));

    private static Type Load()
    {
        var program = typeof(SqlServerDriver).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SiteProgram").Value!;    // the project file always sets it
        var folder = Path.GetDirectoryName(Path.GetFullPath(program))!;
        var resolver = new AssemblyDependencyResolver(Path.GetFullPath(program));
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(
            resolver.ResolveAssemblyToPath(new AssemblyName("Microsoft.Data.SqlClient")) ?? Path.Combine(folder, "Microsoft.Data.SqlClient.dll"))
            .GetType("Microsoft.Data.SqlClient.SqlConnection", throwOnError: true)!;
    }
}
