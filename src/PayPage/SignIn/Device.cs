namespace PayPage.SignIn;

/// <summary>What a browser calls itself, in the few words by which its owner knows it. A guess, and only ever shown.</summary>
internal static class Device
{
    // The first that fits: Edge and Opera say Chrome too, and Chrome says Safari.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent) => $"{Named(Browsers, userAgent) ?? "Some browser"} on {Named(Systems, userAgent) ?? "some device"}";

    private static string? Named((string Sign, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(k => userAgent?.Contains(k.Sign, StringComparison.Ordinal) == true).Name;
}
