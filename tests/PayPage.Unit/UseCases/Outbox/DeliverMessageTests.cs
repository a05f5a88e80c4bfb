using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Outbox;

namespace PayPage.Unit.UseCases.Outbox;

public sealed class DeliverMessageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Only_one_worker_gets_a_message(string kind)
    {
        await using var world = await PaidAsync(kind);

        var leases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ClaimAsync(world), Ct)));

        Assert.Equal(2, leases.Count(lease => lease is not null));    // receipt and confirmation
        Assert.Equal(2, leases.OfType<ClaimMessage.Lease>().Select(lease => lease.Message.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_worker_whose_lease_ran_out_can_neither_send_nor_mark(string kind)
    {
        await using var world = await PaidAsync(kind);
        var lost = await ClaimAsync(world);
        world.Clock.Advance(ClaimMessage.LeaseTime);
        var again = new List<ClaimMessage.Lease?> { await ClaimAsync(world), await ClaimAsync(world) };
        var held = again.Single(lease => lease!.Message.Id == lost!.Message.Id);    // both were due, so both were claimed

        Assert.False(await world.UseAsync<ClaimMessage, bool>(claim => claim.IsStillMineAsync(lost!, Ct)));
        Assert.False(await MarkAsync(world, lost!));
        Assert.True(await MarkAsync(world, held!));
        Assert.False(await MarkAsync(world, held!));
    }

    [Fact]
    public async Task A_try_that_was_stopped_is_made_again_in_a_moment_and_not_when_its_lease_is_over()
    {
        await using var world = await PaidAsync("Sqlite");
        using var patience = new CancellationTokenSource();
        world.Mail.Answer = _ =>
        {
            patience.Cancel();
            throw new OperationCanceledException(patience.Token);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.UseAsync<DeliverMessage, bool>(deliver => deliver.NextAsync(OutboxLane.Mail, patience.Token)));

        world.Mail.Answer = _ => new DeliveryOutcome.Accepted();
        world.Clock.Advance(ClaimMessage.LeaseTime / 10);
        await world.DrainAsync();

        Assert.Equal(2, world.Mail.Sent.Count);    // receipt and confirmation
    }

    [Fact]
    public async Task A_receipt_tells_amount_reference_and_what_is_left()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00);
        var payment = await world.OpenPaymentAsync(id, 40_00);
        await world.RecordAsync(payment, ProcessorState.Succeeded);

        await world.DrainAsync();

        var receipt = world.Mail.Sent.Single(m => m.To == "tanya@example.com");
        Assert.Contains("Amount paid: $40.00", receipt.Text, StringComparison.Ordinal);
        Assert.Contains($"Reference: {payment.Reference}", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("Still to be paid: $60.00", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("https://pay.example.com/p/CfDJ8", receipt.Text, StringComparison.Ordinal);
        Assert.Contains(payment.Reference, receipt.Html, StringComparison.Ordinal);
        Assert.Equal("accounts@northgate.example", receipt.ReplyTo);
        Assert.Contains(payment.Reference, world.Mail.Sent.Single(m => m.To == "accounts@northgate.example").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_payer_may_have_the_receipt_elsewhere()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        await world.StartAsync((await world.LinkOfAsync(id)).Token, 12_50, receiptEmail: "me@example.com");
        await world.RecordAsync(await world.ReadAsync(db => db.Payments.SingleAsync(Ct)), ProcessorState.Succeeded);

        await world.DrainAsync();

        Assert.Contains(world.Mail.Sent, m => m.To == "me@example.com");
        Assert.DoesNotContain(world.Mail.Sent, m => m.To == "tanya@example.com");
    }

    [Fact]
    public async Task A_mail_that_fails_and_fails_is_dead_in_the_end_and_each_wait_is_longer()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, mail: true);    // its first try is inline, and is refused below only later
        await world.RecordAsync(await world.OpenPaymentAsync(await world.InvoiceAsync(12_50), 12_50), ProcessorState.Succeeded);
        world.Mail.Answer = _ => new DeliveryOutcome.Unknown("451");
        var tries = 0;

        for (var hour = 0; hour < 24 * 14; hour++)
        {
            while (await world.UseAsync<DeliverMessage, bool>(deliver => deliver.NextAsync(OutboxLane.Mail, Ct)))
            {
                tries++;
            }

            world.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(60, tries);    // twenty for each of two mails, and for the notice that one of them came back
        Assert.Equal(3, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.DeadAt != null && m.LastError == "451", Ct)));
    }

    [Fact]
    public async Task The_same_mail_has_the_same_message_id_at_each_try()
    {
        await using var world = await PaidAsync("Sqlite");
        var seen = new List<string>();
        world.Mail.Answer = mail => { seen.Add(mail.MessageId); return new DeliveryOutcome.Unknown("later"); };

        await world.DrainAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.DrainAsync();

        Assert.Equal(4, seen.Count);
        Assert.Equal(2, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_refused_first_mail_leaves_the_invoice_created_and_not_sent()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = _ => new DeliveryOutcome.Refused("550");

        var id = await world.InvoiceAsync(12_50, mail: true);

        Assert.Equal(InvoiceStage.Created, (await world.InvoiceAsync(id)).Stage);
        Assert.NotNull(await world.ReadAsync(db => db.Outbox.Where(m => m.Kind == OutboxKind.InvoiceMail).Select(m => m.DeadAt).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_first_mail_of_which_nobody_knows_counts_as_sent_and_is_tried_again()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = _ => new DeliveryOutcome.Unknown("timeout");

        var id = await world.InvoiceAsync(12_50, mail: true);

        Assert.Equal(InvoiceStage.Sent, (await world.InvoiceAsync(id)).Stage);
        world.Mail.Answer = _ => new DeliveryOutcome.Accepted();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.DrainAsync();
        Assert.Single(world.Mail.Sent);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_lane_takes_its_own_and_leaves_the_others(string kind)
    {
        await using var world = await PaidAsync(kind);    // a receipt and a confirmation wait, both mails

        Assert.False(await world.UseAsync<DeliverMessage, bool>(deliver => deliver.NextAsync(OutboxLane.Processor, Ct)));
        Assert.False(await world.UseAsync<DeliverMessage, bool>(deliver => deliver.NextAsync(OutboxLane.Text, Ct)));
        Assert.True(await world.UseAsync<DeliverMessage, bool>(deliver => deliver.NextAsync(OutboxLane.Mail, Ct)));
    }

    [Fact]
    public async Task The_same_thing_cannot_be_promised_twice()
    {
        await using var world = await PaidAsync("Sqlite");
        await using var db = world.Database.Open();
        var first = await db.Outbox.AsNoTracking().FirstAsync(Ct);
        db.Outbox.Add(new OutboxMessage
        {
            Id = OutboxMessageId.New(world.Get<PayPage.Domain.IdSource>()),
            Key = first.Key,
            Kind = first.Kind,
            MerchantId = first.MerchantId,
            InvoiceId = first.InvoiceId,
            CreatedAt = first.CreatedAt,
            DueAt = first.DueAt,
        });

        Assert.True(UniqueViolation.Is(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Ct))));
    }

    private static async Task<World> PaidAsync(string kind)
    {
        var world = await World.CreateAsync(kind);
        await world.RecordAsync(await world.OpenPaymentAsync(await world.InvoiceAsync(12_50), 12_50), ProcessorState.Succeeded);
        return world;
    }

    private static Task<ClaimMessage.Lease?> ClaimAsync(World world) => world.UseAsync<ClaimMessage, ClaimMessage.Lease?>(claim => claim.NextAsync(OutboxLane.Mail, Ct));

    private static Task<bool> MarkAsync(World world, ClaimMessage.Lease lease) => world.UseAsync<ClaimMessage, bool>(
        claim => world.Get<WriteSeam>().RunAsync((unit, ct) => claim.MarkSentAsync(unit, lease, ct), Ct));
}
