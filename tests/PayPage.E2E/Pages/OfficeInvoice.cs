using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Pages;

/// <summary>One invoice in the back office, by the words a colleague reads.</summary>
internal sealed class OfficeInvoice(IPage page, Uri site, string number)
{
    private string? _home;

    public IPage Tab => page;

    public ILocator Flash => page.GetByRole(AriaRole.Status).First;

    public ILocator Badges => page.Locator(".badges").First;

    public ILocator History => page.GetByRole(AriaRole.Region, new() { Name = "History" });

    public ILocator Links => page.GetByRole(AriaRole.Region, new() { Name = "Payment links" });

    public ILocator Payments => page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "Payments" }) });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <param name="rest">What is to be done with it, e.g. <c>/send</c>; nothing: its page.</param>
    public async Task OpenAsync(string rest = "")
    {
        _home ??= await HomeAsync();
        await page.GotoAsync($"{_home}/invoices/{Uri.EscapeDataString(number)}{rest}");
    }

    public async Task SaysAsync(string sentence) => await Expect(Flash).ToContainTextAsync(sentence);

    private async Task<string> HomeAsync()
    {
        await page.GotoAsync(new Uri(site, "merchant").AbsoluteUri);
        return page.Url.TrimEnd('/');
    }
}
