using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.Simulation.Actors;

/// <summary>What merchants do through the API or the back office.</summary>
internal sealed class Merchants(World world)
{
    private static readonly IReadOnlyList<Currency> Currencies = [Currency.Usd, Currency.Jpy, Currency.Kwd];
    private static readonly IReadOnlyList<DeliveryMode> Ways = [DeliveryMode.Email, DeliveryMode.Email, DeliveryMode.None, DeliveryMode.Sms, DeliveryMode.Both];
    private static readonly IReadOnlyList<string> Numbers = ["+31612345678", "+4915112345678", "+96550012345"];
    private static readonly IReadOnlyList<string> Addresses = ["tim@mail.example", "ann@mail.example", "joe@post.example"];

    // What a process died over: whoever asked for it asks again with the same key.
    private (NewInvoice Wanted, Shop Shop)? _unanswered;

    private Chance Chance => world.Chance;

    public bool HasInvoice() => world.Now.Invoices.Count > 0;

    /// <summary>By the API, where the same request may come twice: then there is one invoice.</summary>
    public async Task<string> CreateAsync(Node node)
    {
        var (wanted, shop) = _unanswered ?? (Wanted() with { CreationKey = Chance.Percent(50) ? Convert.ToHexString(Chance.Bytes(16)) : null }, Chance.Pick(world.Shops));
        _unanswered = wanted.CreationKey is null ? null : (wanted, shop);
        var outcome = await CreateAsync(node, wanted, shop);
        _unanswered = null;

        if (outcome is CreateInvoice.Outcome.Created first && wanted.CreationKey is not null && Chance.Percent(30))
        {
            var again = await CreateAsync(node, wanted, shop);
            world.Must(again is CreateInvoice.Outcome.WasCreated was && was.Number == first.Number, $"Sent twice, {first.Id} was first {outcome}, then {again}.");
        }

        world.Coverage.Visit($"create {outcome.GetType().Name}");

        if (outcome is CreateInvoice.Outcome.Created { Id: var id, MailFailed: var failed })
        {
            await world.LookAsync();
            var number = world.Now.Invoices.Single(i => i.Id == id).Number;

            // A merchant who sends nothing hands over the link himself, and so does one whose mail was refused.
            if ((wanted.Delivery == DeliveryMode.None || failed)
                && await node.AskAsync((ShowInvoice show) => show.HandleAsync(number, shop.Caller, CancellationToken.None)) is { Link: { } link })
            {
                await world.Purse.LearnAsync(link.Segments[^1]);
            }
        }

        return $"{new Money(wanted.Amounts.Total, wanted.Currency)}, parts {wanted.AllowsParts} from {wanted.MinimumPart}, to {wanted.BillTo.Email} {wanted.BillTo.Phone}: {outcome}";
    }

    private static Task<CreateInvoice.Outcome> CreateAsync(Node node, NewInvoice wanted, Shop shop) =>
        node.AskAsync((CreateInvoice create) => create.HandleAsync(wanted, shop.Caller, CancellationToken.None));

    public async Task<string> IssueAsync(Node node)
    {
        var invoice = Pick();
        var number = Chance.Below(100).ToString(CultureInfo.InvariantCulture);
        var payer = new OtherPayer(LinkId.New(new IdSource(world.Clock, Chance.Bytes)), $"Payer {number}", Chance.Percent(50) ? $"payer{number}@other.example" : null);
        var outcome = await node.AskAsync((IssueLink issue) => issue.HandleAsync(
            invoice.Number, payer, mail: payer.Email is not null, CallerOf(invoice), CancellationToken.None));

        // Whoever gets no mail is handed his link.
        if (payer.Email is null
            && await node.AskAsync((RevealLink reveal) => reveal.HandleAsync(invoice.Number, payer.Link, CallerOf(invoice), CancellationToken.None)) is { } revealed)
        {
            await world.Purse.LearnAsync(revealed.Address.Segments[^1]);
        }

        return $"{invoice.Id} for {payer.Name}, {payer.Email}: {outcome}";
    }

    public async Task<string> SendAsync(Node node)
    {
        var invoice = Pick();
        var links = world.Now.Links.Where(l => l.InvoiceId == invoice.Id).ToList();
        var wish = new SendInvoice.Wish(
            invoice.Number, Chance.Pick(Ways), links.Count > 0 && Chance.Percent(50) ? Chance.Pick(links).Id : null);

        return $"{invoice.Id}, {wish.By}, {wish.Link}: {await node.AskAsync((SendInvoice send) => send.HandleAsync(wish, CallerOf(invoice), CancellationToken.None))}";
    }

    /// <summary>Money that came past the site, sometimes written down twice.</summary>
    public async Task<string> RecordAsync(Node node)
    {
        var invoice = Pick();
        var amount = Chance.Percent(50) ? Math.Max(1, invoice.Available.Minor) : Chance.Between(1, Math.Max(1, invoice.Due.Minor));
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        var wish = new RecordOutsidePayment.Wish(
            invoice.Number, PaymentId.New(new IdSource(world.Clock, Chance.Bytes)), amount, new OutsideMeans(OutsideKind.Cash, null), today.AddDays(-1),
            TellsCustomer: true, IsAnother: Chance.Percent(50));
        var outcome = await RecordAsync(node, invoice, wish);

        if (Chance.Percent(30))
        {
            var again = await RecordAsync(node, invoice, wish);
            world.Must(outcome is not RecordOutsidePayment.Outcome.Recorded || again == outcome, $"Sent twice, {wish.Id} was first {outcome}, then {again}.");
        }

        world.Coverage.Visit($"outside {outcome.GetType().Name}");
        return $"{invoice.Id}, {amount}: {outcome.GetType().Name}";
    }

    private Task<RecordOutsidePayment.Outcome> RecordAsync(Node node, Invoice invoice, RecordOutsidePayment.Wish wish) =>
        node.AskAsync((RecordOutsidePayment record) => record.HandleAsync(wish, CallerOf(invoice), CancellationToken.None));

    public async Task<string> RevokeAsync(Node node)
    {
        var link = Chance.Pick(world.Now.Links);
        return $"{link.Id}: {await node.AskAsync((RevokeLink revoke) => revoke.HandleAsync(link.MerchantId, link.Id, "key_sim", CancellationToken.None))}";
    }

    public async Task<string> ChangeAddressAsync(Node node)
    {
        var invoice = Pick();
        var to = Chance.Pick(Addresses);
        await node.AskAsync((ChangeAddress change) => change.HandleAsync(invoice.Number, to, CallerOf(invoice), CancellationToken.None));
        return $"{invoice.Id} to {to}";
    }

    /// <summary>With a form that was opened now or a while ago, which somebody else may have overtaken.</summary>
    public async Task<string> ChangeAsync(Node node)
    {
        var invoice = Pick();
        var wanted = Wanted();
        var same = NewInvoice.Like(invoice);
        var wish = new ChangeInvoice.Wish(
            invoice.Number,
            same with
            {
                Amounts = wanted.Amounts,
                AllowsParts = wanted.AllowsParts,
                MinimumPart = wanted.MinimumPart,
                ExpirationDate = wanted.ExpirationDate,
                BillTo = same.BillTo with { Email = same.BillTo.Email is null ? null : wanted.BillTo.Email ?? same.BillTo.Email },
            },
            invoice.Version - Chance.Below(2),
            FieldTexts.Of(same).Marks);

        return $"{invoice.Id}: {await node.AskAsync((ChangeInvoice change) => change.HandleAsync(wish, CallerOf(invoice), CancellationToken.None))}";
    }

    public async Task<string> CancelAsync(Node node)
    {
        var invoice = Pick();
        return $"{invoice.Id}: {await node.AskAsync((CancelInvoice cancel) => cancel.HandleAsync(invoice.Number, CallerOf(invoice), CancellationToken.None))}";
    }

    private NewInvoice Wanted()
    {
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        var currency = Chance.Pick(Currencies);
        var total = Chance.Between(1, 200) * (Chance.Percent(50) ? 1 : currency.UnitsPerOne);
        var parts = Chance.Percent(65);
        var email = Chance.Percent(70) ? Chance.Pick(Addresses) : null;
        var phone = Chance.Percent(30) ? Chance.Pick(Numbers) : null;

        return new NewInvoice
        {
            Number = Chance.Percent(20) ? Chance.Below(5).ToString(CultureInfo.InvariantCulture) : null,
            BillTo = new BillTo { Name = "A payer", Email = email, Phone = phone },
            Currency = currency,
            Amounts = new InvoiceAmounts { Lines = total },
            Lines = [],
            AllowsParts = parts,
            MinimumPart = parts && Chance.Percent(50) ? Chance.Between(1, Math.Max(1, total / 3)) : null,
            DueDate = today.AddDays((int)Chance.Between(0, 30)),
            ExpirationDate = Chance.Percent(30) ? today.AddDays((int)Chance.Between(1, 10)) : null,
            Delivery = (email, phone) switch
            {
                (null, null) => DeliveryMode.None,
                (_, null) => DeliveryMode.Email,
                (null, _) => DeliveryMode.Sms,
                _ => DeliveryMode.Both,
            },
            Publish = true,
        };
    }

    private Invoice Pick() => Chance.Pick(world.Now.Invoices);

    private PayPage.UseCases.Caller CallerOf(Invoice invoice) => world.ShopOf(invoice).Caller;
}
