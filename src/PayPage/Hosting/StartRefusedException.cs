namespace PayPage.Hosting;

/// <summary>The settings do not let the site start. The message is for the operator, and is all that is shown.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
