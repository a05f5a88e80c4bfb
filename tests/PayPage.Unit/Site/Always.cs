namespace PayPage.Unit.Site;

/// <summary>What every answer of ours carries, whatever became of the request.</summary>
internal static class Always
{
    public static void Guarded(HttpResponseMessage answer)
    {
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("noindex, nofollow, noarchive", answer.Headers.GetValues("X-Robots-Tag").Single());
    }
}
