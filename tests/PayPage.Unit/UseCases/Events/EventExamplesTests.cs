using System.Globalization;
using System.Text;
using System.Text.Json;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Domain.Customers;
using PayPage.Domain.Disputes;
using PayPage.Domain.Events;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.Webhooks;
using PayPage.Unit.Support;
using PayPage.UseCases.Events;

namespace PayPage.Unit.UseCases.Events;

/// <summary>The bodies in the docs are the ones that are sent.</summary>
public sealed class EventExamplesTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Dictionary<EventType, string> Words = new()
    {
        [EventType.InvoiceCreated] = "It may be paid from now on. Drafts are not told of.",
        [EventType.InvoiceChanged] = "Amounts, dates, words or the customer are others now. Read it anew.",
        [EventType.InvoiceSent] = "Its link went out for the first time, or may have: an answer of a mail server that never came counts as sent.",
        [EventType.InvoiceViewed] = "A person opened a link of it (a gesture on the page, not a mail scanner's fetch). Once for each link.",
        [EventType.InvoicePartiallyPaid] = "Money came and something is left. `payment` says which money.",
        [EventType.InvoicePaid] = "Money came and nothing is left. `payment` says which money.",
        [EventType.InvoicePending] = "Bank money is on its way; it may take days and may still fail.",
        [EventType.InvoiceCanceled] = "You took it back. Its links are closed.",
        [EventType.InvoiceOverdue] = "Its due date is over at your place and something is left. Once for each due date.",
        [EventType.LinkExpired] = "Nothing can be paid through this link any more. The payer can ask for a fresh one.",
        [EventType.PaymentFailed] = "It was declined (`declined` is true), time ran out, or bank money did not come. The invoice can be paid by another.",
        [EventType.PaymentCanceled] = "The payer or you gave it up before money moved.",
        [EventType.PaymentUnexpected] = "Money came `late` (its payment had been given up), `after_cancel`, or `over` what was due. Where it paid something, `invoice.paid` or `invoice.partially_paid` comes before this.",
        [EventType.PaymentRefunded] = "Money was given back. `refunded` of the payment is all so far; a refund never reopens what is due.",
        [EventType.PaymentRefundFailed] = "The processor could not give the money back. A person must look.",
        [EventType.PaymentDisputed] = "The payer disputes it at his bank. `dispute.status` is `inquiry` while the bank only asks and no money has moved, `needs_answer` once it has taken `dispute.amount` back; an inquiry that becomes a dispute is told of again. Answer at the processor before `evidence_by`. The invoice stays paid.",
        [EventType.PaymentDisputeWon] = "The bank decided for you and put the money back.",
        [EventType.PaymentDisputeLost] = "The bank decided for the payer. What of it had paid the invoice is in the invoice's `refunded`; it never reopens what is due. A second round may still turn it: then `payment.dispute_won` comes after this.",
        [EventType.PaymentDisputeClosed] = "The bank only asked, and let it be. No money has moved.",
        [EventType.BatchValidated] = "Each row of a batch was judged.",
        [EventType.BatchProcessed] = "The invoices of a batch were made.",
        [EventType.WebhookTest] = "Somebody tries an endpoint out. It goes to that endpoint alone, and stands in the feed. Nothing happened.",
    };

    [Fact]
    public void Each_event_is_described_with_the_body_that_is_sent()
    {
        var text = new StringBuilder("""
            # Events and their bodies

            Written by a test from the code that writes the bodies. What they are for and how they reach you: [webhooks.md](webhooks.md).

            """);

        foreach (var type in Enum.GetValues<EventType>())
        {
            var body = JsonDocument.Parse(BodyOf(type)).RootElement;
            text.Append(CultureInfo.InvariantCulture, $"\n## `{type.Name()}`\n\n{Words[type]}\n\n```json\n{JsonSerializer.Serialize(body, Indented)}\n```\n");
        }

        Approved.File("docs/events.md", text.ToString());
    }

    [Fact]
    public void Names_are_read_back_as_they_are_written() => Assert.All(Enum.GetValues<EventType>(), type =>
    {
        Assert.True(EventTypes.TryRead(type.Name(), out var read));
        Assert.Equal(type, read);
    });

    [Fact]
    public void The_longest_body_that_there_can_be_is_far_from_the_limit()
    {
        var invoice = Invoice(EventType.InvoicePaid) with
        {
            Number = new string('ü', 26),
            MerchantCustomerId = new string('ü', 60),
            TransactionReference = new string('x', 60),
            Total = long.MaxValue,
            BatchId = default(BatchId),
        };
        var now = new EventPicture(invoice, Payment(EventType.PaymentUnexpected) with { ProcessorReference = new string('x', 255) }, new LinkPicture(default, LinkStatus.Expired), null, null);

        Assert.InRange(Encoding.UTF8.GetByteCount(EventBody.Of(new EventHead(default, EventType.InvoicePaid, At, Mode.Live, long.MaxValue, long.MaxValue), now)), 1000, 4000);
    }

    private static string BodyOf(EventType type)
    {
        var name = type.Name();
        var isBatch = name.StartsWith("batch", StringComparison.Ordinal);
        var isInvoice = !isBatch && type != EventType.WebhookTest;
        var hasPayment = name.StartsWith("payment", StringComparison.Ordinal) || type is EventType.InvoicePaid or EventType.InvoicePartiallyPaid or EventType.InvoicePending;

        return EventBody.Of(
            new EventHead(new MerchantEventId(Id(1)), type, At, Mode.Live, 1042, isInvoice ? 3 : null),
            new EventPicture(
                isInvoice ? Invoice(type) : null,
                hasPayment ? Payment(type) : null,
                type is EventType.InvoiceViewed or EventType.LinkExpired ? new LinkPicture(new LinkId(Id(4)), type == EventType.LinkExpired ? LinkStatus.Expired : LinkStatus.Opened) : null,
                isBatch ? new BatchPicture(new BatchId(Id(6)), new BatchCounts("Week 47", 100, 98, 2, type == EventType.BatchProcessed ? 97 : 0, type == EventType.BatchProcessed ? 1 : 0)) : null,
                type == EventType.WebhookTest ? new WebhookEndpointId(Id(7)) : null)
            {
                Dispute = DisputeStateOf(type) is { } state
                    ? new DisputePicture(new DisputeId(Id(8)), state, new Money(12500, Currency.Usd), "product_not_received", state == DisputeState.NeedsAnswer ? At.AddDays(10) : null, "sbd_1042")
                    : null,
            });
    }

    private static DisputeState? DisputeStateOf(EventType type) => type switch
    {
        EventType.PaymentDisputed => DisputeState.NeedsAnswer,
        EventType.PaymentDisputeWon => DisputeState.Won,
        EventType.PaymentDisputeLost => DisputeState.Lost,
        EventType.PaymentDisputeClosed => DisputeState.Closed,
        _ => null,
    };

    private static InvoicePicture Invoice(EventType type) => new(
        new InvoiceId(Id(2)), "INV-1042", type switch
        {
            EventType.InvoiceCanceled => InvoiceStage.Canceled,
            EventType.InvoiceCreated => InvoiceStage.Created,
            _ => InvoiceStage.Sent,
        },
        Currency.Usd, 12500,
        type switch
        {
            EventType.InvoicePaid or EventType.PaymentRefunded or EventType.PaymentRefundFailed or EventType.PaymentUnexpected or EventType.PaymentDisputed
                or EventType.PaymentDisputeWon or EventType.PaymentDisputeLost or EventType.PaymentDisputeClosed => 12500,
            EventType.InvoicePartiallyPaid => 5000,
            _ => 0,
        },
        type is EventType.PaymentRefunded or EventType.PaymentDisputeLost ? 12500 : 0, type == EventType.InvoicePending, new DateOnly(2026, 12, 5), new CustomerId(Id(3)), "C-77", null, null);

    private static PaymentPicture Payment(EventType type) => new(
        new PaymentId(Id(5)), "7K3M9QX2ZT",
        type switch
        {
            EventType.PaymentFailed => PaymentStatus.Failed,
            EventType.PaymentCanceled => PaymentStatus.Canceled,
            EventType.InvoicePending => PaymentStatus.Processing,
            _ => PaymentStatus.Succeeded,
        },
        type == EventType.InvoicePending ? PaymentMethod.Bank : PaymentMethod.Card, new Money(type == EventType.InvoicePartiallyPaid ? 5000 : 12500, Currency.Usd),
        type == EventType.PaymentRefunded ? 12500 : 0, type == EventType.PaymentFailed, type == EventType.PaymentUnexpected ? StrayMoney.Late : StrayMoney.None,
        new LinkId(Id(4)), "sbp_1042");

    private static Guid Id(byte last) => new(0x0193f2a1, 0x7c00, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, last);
}
