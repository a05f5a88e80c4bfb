namespace PayPage.Unit.Api.Description;

/// <summary>Between a test and the API: an answer that is not as the description says fails the test, whatever it is about.</summary>
internal sealed class HeldToItsWord() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;

        if (request.Method != HttpMethod.Head && (path.StartsWith("/invoicing/", StringComparison.Ordinal) || path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            var objection = DescribedApi.Read.Objection(
                request.Method.Method, path, (int)answer.StatusCode, $"{answer.Content.Headers.ContentType}", await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            Assert.True(objection is null, objection);
        }

        return answer;
    }
}
