namespace PayPage.Bench;

/// <summary>A processor far away: its answers come so much later.</summary>
internal sealed class LateProcessor(TimeSpan late) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        await Task.Delay(late, cancellationToken);
        return answer;
    }
}
