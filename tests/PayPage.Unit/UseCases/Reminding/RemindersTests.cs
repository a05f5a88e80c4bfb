using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Audit;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Reminding;

namespace PayPage.Unit.UseCases.Reminding;

/// <summary>The merchant is in Amsterdam; it is one in the afternoon of 21 November there, and all invoices are due on 1 December unless said otherwise.</summary>
public sealed class RemindersTests
{
    // Nine in the morning there of the fifth day before the due date.
    private static readonly DateTimeOffset FirstMorning = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset DayAfter = new(2026, 12, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_is_reminded_five_days_before_and_one_day_after_at_nine_in_the_morning_there()
    {
        await using var world = await RemindingAsync();
        await world.InvoiceAsync(241_00, mail: true, number: "INV-7");
        await world.DrainAsync();

        await GoToAsync(world, FirstMorning.AddMinutes(-1));
        Assert.Empty(Mails(world));

        await GoToAsync(world, FirstMorning);
        var first = Assert.Single(Mails(world));
        Assert.Equal(("tanya@example.com", "[Test] Reminder: invoice INV-7 from Northgate Flowers"), (first.To, first.Subject));
        Assert.Contains("Invoice INV-7 from Northgate Flowers is due in 5 days, on 1 December 2026.", first.Text, StringComparison.Ordinal);

        await GoToAsync(world, DayAfter);
        Assert.Contains("was due 1 day ago, on 1 December 2026.", Mails(world)[1].Text, StringComparison.Ordinal);
        Assert.Equal("[Test] Overdue: invoice INV-7 from Northgate Flowers", Mails(world)[1].Subject);

        await GoToAsync(world, DayAfter.AddDays(30));
        Assert.Equal(2, Mails(world).Count);
        Assert.Equal(2, await world.ReadAsync(db => db.Audit.CountAsync(e => e.Kind == AuditKind.ReminderSent, Ct)));
    }

    [Fact]
    public async Task Nobody_is_reminded_before_the_merchant_wants_it_nor_of_steps_from_before()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();
        await GoToAsync(world, FirstMorning.AddHours(1));

        await SwitchAsync(world, true);
        await GoToAsync(world, FirstMorning.AddDays(1));

        Assert.Empty(Mails(world));
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("only created")]
    [InlineData("canceled")]
    [InlineData("paid")]
    [InlineData("being paid")]
    [InlineData("bank money on its way")]
    [InlineData("without an address")]
    [InlineData("muted")]
    [InlineData("customer wants none")]
    [InlineData("issued on the day")]
    [InlineData("its last day is over")]
    [InlineData("its links were taken back")]
    public async Task Nobody_is_reminded_of_what_is(string state)
    {
        await using var world = await RemindingAsync();
        var issuedLate = state == "issued on the day";

        if (issuedLate)
        {
            await GoToAsync(world, FirstMorning.AddHours(-1));
        }

        var id = await world.InvoiceAsync(
            241_00, number: "INV-7", publish: state != "draft", mail: state is not ("draft" or "only created" or "without an address"),
            delivery: state == "without an address" ? DeliveryMode.Sms : null,
            email: state == "without an address" ? null : "tanya@example.com", phone: "+31612345678",
            expires: state == "its last day is over" ? new DateOnly(2026, 11, 25) : null);
        await world.DrainAsync();

        switch (state)
        {
            case "canceled":
                await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("INV-7", world.Caller, Ct));
                break;
            case "paid":
                await world.RecordAsync(await world.OpenPaymentAsync(id, 241_00), ProcessorState.Succeeded);
                break;
            case "being paid":
                await world.OpenPaymentAsync(id, 241_00);
                break;
            case "bank money on its way":
                await world.RecordAsync(await world.OpenPaymentAsync(id, 241_00), ProcessorState.Processing);
                break;
            case "muted":
                Assert.True(await world.UseAsync<MuteReminders, bool>(mute => mute.HandleAsync("INV-7", true, world.Caller, Ct)));
                break;
            case "customer wants none":
                await world.ReadAsync(db => db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.GetsNoReminders, true), Ct));
                break;
            case "its links were taken back":
                await world.UseAsync<RevokeLink, object?>(async revoke => { await revoke.HandleAsync(world.Caller.MerchantId, (await world.LinkOfAsync(id)).Id, "test", Ct); return null; });
                break;
        }

        await GoToAsync(world, FirstMorning);

        Assert.Empty(Mails(world));
    }

    [Fact]
    public async Task What_is_paid_in_part_is_reminded_of_with_what_is_left_and_the_payers_newest_link()
    {
        await using var world = await RemindingAsync();
        var id = await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();
        await world.RecordAsync(await world.OpenPaymentAsync(id, 41_00), ProcessorState.Succeeded);
        await world.DrainAsync();

        await GoToAsync(world, FirstMorning);

        var mail = Assert.Single(Mails(world));
        Assert.Contains("$200.00", mail.Text, StringComparison.Ordinal);
        Assert.Contains((await world.LinkOfAsync(id)).Token, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_ended_is_followed_by_one_that_works_even_while_the_mail_waits()
    {
        await using var world = await RemindingAsync();
        var id = await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();
        var (first, token) = await world.LinkOfAsync(id);
        world.Clock.Advance(FirstMorning.AddHours(-20) - world.Clock.GetUtcNow());
        await world.UseAsync<OpenLink, object?>(async open => { await open.HandleAsync(token, Ct); return null; });
        world.Mail.Answer = _ => new DeliveryOutcome.Unknown("451 later");
        await GoToAsync(world, FirstMorning);    // the link works for four hours more
        world.Mail.Answer = _ => new DeliveryOutcome.Accepted();

        await GoToAsync(world, FirstMorning.AddHours(6));

        var mail = Assert.Single(Mails(world));
        var (second, newToken) = await world.LinkOfAsync(id);
        Assert.NotEqual(first, second);
        Assert.Contains(newToken, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProcessorState.Succeeded)]
    [InlineData(ProcessorState.Processing)]
    public async Task A_reminder_that_waits_is_dropped_in_the_commit_in_which_money_comes(ProcessorState news)
    {
        await using var world = await RemindingAsync();
        var id = await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();
        await PromiseAsync(world, FirstMorning);
        Assert.Equal(1, await OpenAsync(world));
        var payment = await world.OpenPaymentAsync(id, 241_00);

        await world.RecordAsync(payment, news);

        Assert.Equal(0, await OpenAsync(world));
        await world.DrainAsync();
        Assert.Empty(Mails(world));
        Assert.Equal("Money came meanwhile, or is on its way.", await world.ReadAsync(db => db.Outbox.Where(m => m.Kind == OutboxKind.ReminderMail).Select(m => m.LastError).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_reminder_that_is_being_sent_while_money_comes_does_not_leave()
    {
        await using var world = await RemindingAsync();
        var id = await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();
        var payment = await world.OpenPaymentAsync(id, 241_00);
        await world.RecordAsync(payment, ProcessorState.Canceled);
        await PromiseAsync(world, FirstMorning);
        var message = await world.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Kind == OutboxKind.ReminderMail, Ct));
        var lease = await world.UseAsync<ClaimMessage, ClaimMessage.Lease?>(claim => claim.ThisAsync(message.Id, Ct));

        await world.RecordAsync(payment, ProcessorState.Succeeded);    // late money

        Assert.NotNull(lease);
        Assert.False(await world.UseAsync<ClaimMessage, bool>(claim => claim.IsStillMineAsync(lease, Ct)));
    }

    [Fact]
    public async Task The_other_way_round_money_that_came_first_keeps_the_reminder_from_being_promised()
    {
        await using var world = await RemindingAsync();
        var id = await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();
        await world.RecordAsync(await world.OpenPaymentAsync(id, 241_00), ProcessorState.Succeeded);

        await PromiseAsync(world, FirstMorning);

        Assert.Equal(0, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.ReminderMail, Ct)));
    }

    [Fact]
    public async Task A_payment_that_was_begun_after_the_promise_holds_the_reminder_back_at_the_moment_of_sending()
    {
        await using var world = await RemindingAsync();
        var id = await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();
        await PromiseAsync(world, FirstMorning);
        await world.OpenPaymentAsync(id, 241_00);

        await world.DrainAsync();

        Assert.Empty(Mails(world));
    }

    [Fact]
    public async Task Canceling_and_muting_take_back_what_waits()
    {
        await using var world = await RemindingAsync();
        await world.InvoiceAsync(241_00, mail: true, number: "INV-7");
        await world.InvoiceAsync(241_00, mail: true, number: "INV-8");
        await world.DrainAsync();
        await PromiseAsync(world, FirstMorning);
        Assert.Equal(2, await OpenAsync(world));

        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("INV-7", world.Caller, Ct));
        Assert.Equal(1, await OpenAsync(world));

        await world.UseAsync<MuteReminders, bool>(mute => mute.HandleAsync("INV-8", true, world.Caller, Ct));
        Assert.Equal(0, await OpenAsync(world));
    }

    [Fact]
    public async Task A_site_that_was_down_for_two_days_catches_up_and_tells_the_truth_about_the_days()
    {
        await using var world = await RemindingAsync();
        await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();

        await GoToAsync(world, FirstMorning.AddDays(2));

        Assert.Contains("is due in 3 days", Assert.Single(Mails(world)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_was_down_for_longer_leaves_the_step_out()
    {
        await using var world = await RemindingAsync();
        await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();

        await GoToAsync(world, FirstMorning.AddDays(3));

        Assert.Empty(Mails(world));
    }

    [Fact]
    public async Task Nobody_is_reminded_at_night()
    {
        await using var world = await RemindingAsync();
        await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();

        await GoToAsync(world, FirstMorning.AddHours(13));
        Assert.Empty(Mails(world));

        await GoToAsync(world, FirstMorning.AddDays(1));
        Assert.Single(Mails(world));
    }

    [Fact]
    public async Task Several_slices_remind_of_each_invoice_once_and_two_workers_at_once_do_not_add_any()
    {
        await using var world = await RemindingAsync();

        for (var i = 0; i < 60; i++)
        {
            await world.InvoiceAsync(241_00, mail: true);
        }

        await world.DrainAsync();
        world.Clock.Advance(FirstMorning - world.Clock.GetUtcNow());

        await Task.WhenAll(WalkAsync(world), WalkAsync(world), WalkAsync(world));
        await world.DrainAsync();

        Assert.Equal(60, Mails(world).Count);
        Assert.Equal(60, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.ReminderMail, Ct)));
    }

    [Fact]
    public async Task A_worker_that_is_stopped_between_two_slices_is_followed_by_one_that_goes_on_there()
    {
        await using var world = await RemindingAsync();

        for (var i = 0; i < 30; i++)
        {
            await world.InvoiceAsync(241_00, mail: true);
        }

        await world.DrainAsync();
        world.Clock.Advance(FirstMorning - world.Clock.GetUtcNow());
        Assert.True(await world.UseAsync<WalkReminders, bool>(walk => walk.HandleAsync(Ct)));
        Assert.Equal(25, await OpenAsync(world));

        world.Clock.Advance(TimeSpan.FromHours(2));
        await WalkAsync(world);

        Assert.Equal(30, await OpenAsync(world));
    }

    [Fact]
    public async Task A_long_round_gives_other_merchants_their_turn()
    {
        await using var world = await RemindingAsync();
        var (other, _) = await world.MerchantAsync();
        await SwitchAsync(world, true, other.MerchantId);

        for (var i = 0; i < 60; i++)
        {
            await world.InvoiceAsync(241_00, mail: true);
        }

        await world.InvoiceAsync(99_00, mail: true, caller: other);
        await world.DrainAsync();
        world.Clock.Advance(FirstMorning - world.Clock.GetUtcNow());

        for (var i = 0; i < 2; i++)
        {
            await world.UseAsync<WalkReminders, bool>(walk => walk.HandleAsync(Ct));
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.ReminderMail && m.MerchantId == other.MerchantId, Ct)));
    }

    [Fact]
    public async Task Own_words_stand_in_a_reminder_in_place_of_ours()
    {
        await using var world = await RemindingAsync("Dear {{ customer_name }}, {{ amount }} for {{ invoice_number }} please.");
        await world.InvoiceAsync(241_00, mail: true, number: "INV-7");
        await world.DrainAsync();

        await GoToAsync(world, FirstMorning);

        Assert.Contains("Dear Tanya Lee, $241.00 for INV-7 please.", Assert.Single(Mails(world)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_comes_back_is_told_to_the_merchant()
    {
        await using var world = await RemindingAsync();
        await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();
        world.Mail.Answer = mail => mail.To == "tanya@example.com" ? new DeliveryOutcome.Refused("No such box.") : new DeliveryOutcome.Accepted();

        await GoToAsync(world, FirstMorning);

        Assert.Contains("A reminder", world.Mail.Sent.Single(mail => mail.To == "accounts@northgate.example").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pacific/Apia")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("America/Sao_Paulo")]
    public async Task Morning_is_the_merchants_morning(string zone)
    {
        await using var world = await World.CreateAsync();
        await world.ReadAsync(db => db.Merchants.ExecuteUpdateAsync(set => set.SetProperty(m => m.TimeZone, zone), Ct));
        await SwitchAsync(world, true);
        await world.InvoiceAsync(241_00, mail: true);
        await world.DrainAsync();
        var nine = LocalTime.InstantOf(new DateOnly(2026, 11, 26), new TimeOnly(9, 0), TimeZoneInfo.FindSystemTimeZoneById(zone));

        await GoToAsync(world, nine.AddMinutes(-1));
        Assert.Empty(Mails(world));

        await GoToAsync(world, nine);
        Assert.Single(Mails(world));
    }

    private static async Task<World> RemindingAsync(string? message = null)
    {
        var world = await World.CreateAsync();
        await SwitchAsync(world, true, message: message);
        return world;
    }

    private static async Task SwitchAsync(World world, bool on, MerchantId? merchant = null, string? message = null) => Assert.IsType<SettingsOutcome.Saved>(
        await world.UseAsync<ChangeReminders, SettingsOutcome>(change => change.HandleAsync(
            merchant ?? world.Caller.MerchantId,
            new Reminders(
                on, [new TypedStep { Days = "5", When = TypedStep.Before, IsOn = true }, new TypedStep { Days = "1", When = TypedStep.After, IsOn = true }], message),
            null,
            Ct)));

    /// <summary>The worker looks then, and all that is due is sent.</summary>
    private static async Task GoToAsync(World world, DateTimeOffset at)
    {
        await PromiseAsync(world, at);
        await world.DrainAsync();
    }

    private static async Task PromiseAsync(World world, DateTimeOffset at)
    {
        world.Clock.Advance(at - world.Clock.GetUtcNow());
        await WalkAsync(world);
    }

    private static async Task WalkAsync(World world)
    {
        while (await world.UseAsync<WalkReminders, bool>(walk => walk.HandleAsync(Ct)))
        {
        }
    }

    private static Task<int> OpenAsync(World world) => world.ReadAsync(
        db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.ReminderMail && m.SentAt == null && m.DeadAt == null, Ct));

    private static List<EmailMessage> Mails(World world) => [.. world.Mail.Sent.Where(
        mail => mail.Subject.Contains("Reminder", StringComparison.Ordinal) || mail.Subject.Contains("Overdue", StringComparison.Ordinal))];
}
