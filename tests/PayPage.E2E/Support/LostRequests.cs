using Microsoft.Playwright;

namespace PayPage.E2E.Support;

internal static class LostRequests
{
    /// <summary>Does something, and waits until the browser has given up on an address that ends so.</summary>
    public static async Task RunAndWaitForRequestFailedAsync(this IPage page, Func<Task> act, string ending)
    {
        var failed = new TaskCompletionSource();
        page.RequestFailed += (_, request) =>
        {
            if (request.Url.EndsWith(ending, StringComparison.Ordinal))
            {
                failed.TrySetResult();
            }
        };

        await act();
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
