using PayPage.Data;

namespace PayPage.Hosting;

/// <summary>Whether the data directory can be used. Asked before anything is opened in it, so that the answer is a sentence and not a stack of calls.</summary>
internal static class DataFolder
{
    private const string Try = ".write-test";
    private const int TryBytes = 4096;

    /// <returns>Null when files can be written there.</returns>
    public static string? Objection(IConfiguration configuration)
    {
        var named = configuration["PayPage:DataDirectory"] is { Length: > 0 } set ? set : "the data directory";

        try
        {
            var folder = DataRegistration.DataDirectory(configuration);
            named = folder;
            var file = Path.Combine(folder, Try);
            File.WriteAllBytes(file, new byte[TryBytes]);
            File.Delete(file);
            return LockedDatabase(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return $"The data directory {named} cannot be written to ({Why(e)}). Give the user that runs PayPage the right to write there, free space on its disk, or set PayPage__DataDirectory to another directory.";
        }
    }

    /// <summary>Before any connection is open: closing a file of SQLite's that this process has open would drop its locks.</summary>
    private static string? LockedDatabase(string folder)
    {
        var file = Path.Combine(folder, "paypage.db");

        try
        {
            if (File.Exists(file))
            {
                using var open = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The database file {file} cannot be written to ({Why(e)}). Give the user that runs PayPage the right to write it.";
        }
    }

    private static string Why(Exception e) => e.Message.TrimEnd('.');
}
