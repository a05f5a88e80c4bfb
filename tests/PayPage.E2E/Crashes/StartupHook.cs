using System.Diagnostics;
using PayPage.E2E.Crashes;

/// <summary>Runs inside the real site before its first line (DOTNET_STARTUP_HOOKS): the product itself has no line of code for being killed.</summary>
/// <remarks>The runtime asks for this name, outside any namespace.</remarks>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Deathbed.FileVariable) is { Length: > 0 } file)
        {
            DiagnosticListener.AllListeners.Subscribe(new Deathbed(file));
        }
    }
}
