using Microsoft.Playwright;

namespace PayPage.E2E.Pages;

/// <summary>The page of a bank, where its customer approves a payment.</summary>
internal sealed class BankPage(IPage page)
{
    public ILocator Name => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public Task ApproveAsync() => PressAsync("Approve");

    public Task ApproveForLaterAsync() => PressAsync("Approve, pending then paid");

    public Task RefuseAsync() => PressAsync("Refuse");

    private Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
