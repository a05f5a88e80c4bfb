using System.Collections.Concurrent;

namespace PayPage.E2E.Support;

/// <summary>
/// Data folders as a first start with the demo leaves them. Migrating and seeding is half of what a start costs, and always gives the same:
/// it is done once for each arrangement, by a site that then ends in good order, and copied for all others.
/// </summary>
internal static class SeededFolder
{
    private static readonly ConcurrentDictionary<Arrangement, Lazy<Task<DirectoryInfo>>> Made = new();

    /// <summary>Puts a copy where a site is about to look for its data.</summary>
    public static async Task CopyToAsync(DirectoryInfo folder, Arrangement arrangement)
    {
        var seeded = await Made.GetOrAdd(arrangement, a => new Lazy<Task<DirectoryInfo>>(() => MakeAsync(a))).Value;

        foreach (var file in seeded.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(seeded.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            file.CopyTo(copy);
        }
    }

    private static async Task<DirectoryInfo> MakeAsync(Arrangement arrangement)
    {
        var folder = Directory.CreateTempSubdirectory("paypage-e2e-seeded-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        await RunningSite.SeedAsync(arrangement, folder);
        return folder;
    }
}
