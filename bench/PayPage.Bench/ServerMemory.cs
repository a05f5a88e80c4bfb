using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PayPage.Bench;

/// <summary>What the server's process holds, told by itself.</summary>
/// <param name="WorkingSet">Bytes of the whole process.</param>
/// <param name="Managed">Bytes on its managed heap.</param>
internal sealed record ServerMemory(long WorkingSet, long Managed)
{
    private const string AsItIs = "/bench/memory";
    private const string Collected = "/bench/memory/collected";
    private const long Megabyte = 1024 * 1024;

    /// <param name="collect">Whether garbage goes first.</param>
    public static async Task<ServerMemory> AskAsync(HttpClient client, bool collect)
    {
        var parts = (await client.GetStringAsync(new Uri(collect ? Collected : AsItIs, UriKind.Relative))).Split(' ');
        return new ServerMemory(long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public static async Task BranchAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != AsItIs && context.Request.Path != Collected)
        {
            await next(context);
            return;
        }

        if (context.Request.Path == Collected)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{Environment.WorkingSet} {GC.GetTotalMemory(forceFullCollection: false)}"));
    }

    public override string ToString() => $"{WorkingSet / Megabyte} MB | {Managed / Megabyte} MB";
}
