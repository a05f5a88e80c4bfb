using System.Collections.Concurrent;
using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using PayPage.Unit.StripeStandIn;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A journey of a payer whose merchant is paid through Stripe. What our pages' own policy stops on the way fails it.</summary>
[Collection("Stripe")]    // one local Stripe for all of them: what one does to it the others would notice
public abstract class StripeJourney(World world) : Journey(world)
{
    private readonly ConcurrentQueue<string> _complaints = new();

    /// <summary>Call at the end: nothing was stopped by a content security policy, and no script of ours stumbled.</summary>
    private protected void NobodyComplained() => Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints));

    private protected static bool IsOf(Intent intent, MadeInvoice invoice) => intent.Metadata.ContainsValue(invoice.Number);

    private protected static IEnumerable<string> StatesOf(StripeSite stripe, MadeInvoice invoice) =>
        stripe.Stripe.Book.Intents.Where(i => IsOf(i, invoice)).Select(i => i.Status);

    /// <summary>A new payer with a new invoice, whose page has Stripe's form.</summary>
    private protected async Task<(StripeSite Stripe, MadeInvoice Invoice, PayerPage Payer, ElementPage Form)> ComeAsync(string? minimum = null)
    {
        var come = await ComeAsync((stripe, context) => stripe.BringScriptAsync(context), minimum);
        await Expect(come.Form.CardNumber).ToBeVisibleAsync();
        return come;
    }

    /// <param name="prepare">What the payer's browser does with Stripe's addresses.</param>
    private protected async Task<(StripeSite Stripe, MadeInvoice Invoice, PayerPage Payer, ElementPage Form)> ComeAsync(
        Func<StripeSite, IBrowserContext, Task> prepare, string? minimum = null, BrowserNewContextOptions? options = null)
    {
        var stripe = await StripeSiteAsync();
        var invoice = await stripe.Site.Merchant.CreateAsync(minimum: minimum);
        var payer = new PayerPage(await BrowserAsync(options));
        payer.Tab.PageError += (_, error) => _complaints.Enqueue(error);
        payer.Tab.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) || message.Text.Contains("Permissions policy", StringComparison.OrdinalIgnoreCase))
            {
                _complaints.Enqueue(message.Text);
            }
        };
        await prepare(stripe, payer.Tab.Context);
        await payer.Tab.GotoAsync(invoice.Link.AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });    // a script that never comes is waited for by nobody
        return (stripe, invoice, payer, new ElementPage(payer.Tab));
    }
}
