namespace PayPage.Processors.Sandbox;

/// <summary>Where the sandbox listens for our server; known only once the site itself listens, for by default it hosts the sandbox.</summary>
internal interface ISandboxLocation
{
    Uri ServerToServer { get; }

    /// <summary>Where people meet it.</summary>
    Uri PublicSandbox { get; }
}
