using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>Colleagues from the invitation in the mailbox to the first day at work: with an app, without the telephone, with a passkey.</summary>
[RunsLong]
public sealed partial class ComingToWork(World world) : Journey(world)
{
    private const string Password = "tulips at the canal";

    [Fact]
    public async Task An_invited_colleague_joins_on_a_phone_and_signs_in_with_an_app_and_without_it()
    {
        var (site, mia) = await JoinAsync("mia@example.com", "Cashier", new() { ViewportSize = new() { Width = 390, Height = 844 }, ColorScheme = ColorScheme.Dark, HasTouch = true });
        await Expect(mia.GetByText("Welcome to Northgate Flowers.")).ToBeVisibleAsync();
        await Expect(mia.GetByRole(AriaRole.Link, new() { Name = "Team", Exact = true })).ToHaveCountAsync(0);

        await mia.GotoAsync($"{site.BaseUrl}merchant/account");
        await mia.BeFitAsync();
        await mia.GetByRole(AriaRole.Link, new() { Name = "Set up" }).ClickAsync();
        await mia.BeFitAsync();
        var key = await mia.Locator(".key code").InnerTextAsync();
        await mia.GetByLabel("Code", new() { Exact = true }).FillAsync(TimeCodes.Of(key));
        await mia.GetByLabel("Your password").FillAsync(Password);
        await mia.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
        var codes = await mia.GetByRole(AriaRole.List, new() { Name = "Recovery codes" }).Locator("code").AllInnerTextsAsync();
        Assert.Equal(10, codes.Distinct().Count());
        await mia.BeFitAsync();
        var download = await mia.RunAndWaitForDownloadAsync(() => mia.GetByRole(AriaRole.Link, new() { Name = "Download as a file" }).ClickAsync());
        var file = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.All(codes, code => Assert.Contains(code, file, StringComparison.Ordinal));
        await mia.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Expect(mia.GetByText("10 recovery codes left.")).ToBeVisibleAsync();
        await site.Mails.ReceivesAsync("mia@example.com", "How you sign in to PayPage was changed");

        await PasswordAsync(site, mia, "mia@example.com");
        await mia.BeFitAsync();
        await mia.GetByLabel("Code", new() { Exact = true }).FillAsync("000000");
        await mia.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(mia.GetByRole(AriaRole.Alert)).ToContainTextAsync("This code is wrong or was used already.");
        await mia.GetByLabel("Code", new() { Exact = true }).FillAsync(TimeCodes.Of(key, stepsAhead: 1));
        await mia.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await mia.ArrivesAtAsync("/merchant/mer_*");

        await PasswordAsync(site, mia, "mia@example.com");
        await mia.GetByRole(AriaRole.Link, new() { Name = "Use a recovery code" }).ClickAsync();
        await mia.BeFitAsync();
        await mia.GetByLabel("Recovery code").FillAsync(codes[4].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal));
        await mia.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await mia.ArrivesAtAsync("/merchant/mer_*");
        await mia.GotoAsync($"{site.BaseUrl}merchant/account");
        await Expect(mia.GetByText("9 recovery codes left.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_colleague_signs_in_with_a_passkey_until_it_is_removed()
    {
        var (site, ola) = await JoinAsync("ola@example.com", "Sales", new());
        var device = await ola.Context.NewCDPSessionAsync(ola);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await ola.GotoAsync($"{site.BaseUrl}merchant/account/passkeys");
        await ola.GetByLabel("Name").FillAsync("Office laptop");
        await ola.GetByLabel("Your password").FillAsync("not this one");
        await ola.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(ola.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is not your password.");
        await ola.GetByLabel("Your password").FillAsync(Password);
        await ola.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(ola.GetByText("The passkey is added.")).ToBeVisibleAsync();
        await Expect(ola.GetByRole(AriaRole.Article, new() { Name = "Office laptop" })).ToBeVisibleAsync();
        await ola.BeFitAsync();

        await SignOutAsync(site, ola);
        await ola.BeFitAsync();
        await ola.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await ola.ArrivesAtAsync("/merchant/mer_*");

        await ola.GotoAsync($"{site.BaseUrl}merchant/account/passkeys");
        await ola.GetByText("Rename or remove").ClickAsync();
        await ola.GetByRole(AriaRole.Article).GetByLabel("Your password").FillAsync(Password);
        await ola.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(ola.GetByText("The passkey is removed.")).ToBeVisibleAsync();
        await SignOutAsync(site, ola);
        await ola.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(ola.GetByRole(AriaRole.Alert)).ToContainTextAsync("This passkey does not open an account here.");
    }

    [Fact]
    public async Task The_pages_of_whoever_is_in_charge_are_for_everyone_and_a_forgotten_password_is_set_by_mail()
    {
        var site = await SiteAsync(Arrangement.SandboxElsewhere);
        var admin = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync()));

        foreach (var path in new[] { "account/password", "account/sessions", "operator", "operator/people" })
        {
            await admin.GotoAsync($"{site.BaseUrl}merchant/{path}");
            await Expect(admin.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await admin.BeFitAsync();
        }

        var (_, tim) = await JoinAsync("tim@example.com", "SalesManager", new());
        await SignOutAsync(site, tim);
        await tim.GetByRole(AriaRole.Link, new() { Name = "Forgotten your password?" }).ClickAsync();
        await tim.BeFitAsync();
        await tim.GetByLabel("E-mail address").FillAsync("tim@example.com");
        await tim.GetByRole(AriaRole.Button, new() { Name = "Send me a link" }).ClickAsync();
        await Expect(tim.GetByRole(AriaRole.Status)).ToContainTextAsync("a mail is on its way");

        var mail = await site.Mails.ReceivesAsync("tim@example.com", "Set a new password");
        await tim.GotoAsync(OfficeLinks().Match(mail.Text).Value);
        await tim.BeFitAsync();
        await tim.GetByLabel("New password").FillAsync("violet kettle drum");
        await tim.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Expect(tim.GetByText("Your password is set.")).ToBeVisibleAsync();
        await SignInAsync(tim, "tim@example.com", "violet kettle drum");
        await tim.ArrivesAtAsync("/merchant/mer_*");
    }

    /// <summary>The demo's administrator invites, the mail is read, the colleague makes an account.</summary>
    private async Task<(RunningSite Site, IPage Colleague)> JoinAsync(string email, string role, BrowserNewContextOptions browser)
    {
        var site = await SiteAsync(Arrangement.SandboxElsewhere);    // as "localhost": passkeys know no numbers
        var admin = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync()));
        await admin.GotoAsync($"{site.BaseUrl}merchant");
        await admin.GetByRole(AriaRole.Link, new() { Name = "Team", Exact = true }).ClickAsync();
        await admin.GetByLabel("E-mail address").FillAsync(email);
        await admin.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync(role);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();
        await Expect(admin.GetByText($"An invitation is on its way to {email}.")).ToBeVisibleAsync();
        await admin.BeFitAsync();

        var mail = await site.Mails.ReceivesAsync(email, "invites you");
        var colleague = await BrowserAsync(browser);
        await colleague.GotoAsync(OfficeLinks().Match(mail.Text).Value);
        await Expect(colleague.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("invites you to Northgate Flowers");
        await colleague.BeFitAsync();
        await colleague.GetByLabel("Your name").FillAsync($"{email.Split('@')[0]} of the team");
        await colleague.GetByLabel("Password").FillAsync(Password);
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Join Northgate Flowers" }).ClickAsync();
        await colleague.ArrivesAtAsync("/merchant/mer_*");
        return (site, colleague);
    }

    private static async Task SignOutAsync(RunningSite site, IPage page)
    {
        await page.GotoAsync($"{site.BaseUrl}merchant/sign-out");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.ArrivesAtAsync("/merchant/sign-in*");
    }

    private static async Task PasswordAsync(RunningSite site, IPage page, string email)
    {
        await SignOutAsync(site, page);
        await SignInAsync(page, email, Password);
        await page.ArrivesAtAsync("/merchant/sign-in/code*");
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    [GeneratedRegex(@"http\S+/merchant/\S+")]
    private static partial Regex OfficeLinks();
}
