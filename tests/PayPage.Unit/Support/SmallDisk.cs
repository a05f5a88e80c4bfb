using System.Diagnostics;

namespace PayPage.Unit.Support;

/// <summary>A disk of a few megabytes, in memory. Only root can make one: without that right a test says loudly that it did not run.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _filler;

    private SmallDisk(DirectoryInfo folder) => (Folder, _filler) = (folder, Path.Combine(folder.FullName, "filler"));

    public DirectoryInfo Folder { get; }

    public static SmallDisk Mounted(string options)
    {
        var folder = Directory.CreateTempSubdirectory("paypage-disk-");

        if (!OperatingSystem.IsLinux() || Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.FullName) != 0)
        {
            folder.Delete();
            Assert.Skip("Bad disks are NOT tested: that takes Linux and the right to mount.");
        }

        return new SmallDisk(folder);
    }

    /// <summary>Writes until nothing more goes on it.</summary>
    public void Fill()
    {
        using var file = new FileStream(_filler, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

        for (var size = 64 * 1024; size > 0; size /= 2)
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // No room for that much.
            }
        }
    }

    public void Free() => File.Delete(_filler);

    public void Remount(string options) => Assert.Equal(0, Run("mount", "-o", $"remount,{options}", Folder.FullName));

    public void Dispose()
    {
        Run("umount", "-l", Folder.FullName);
        Folder.Delete();
    }

    private static int Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true, RedirectStandardOutput = true });
        process!.WaitForExit();    // not null: it is a program, not a document
        return process.ExitCode;
    }
}
