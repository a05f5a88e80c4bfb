using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PayPage.Domain.Audit;
using PayPage.Domain.Batches;
using PayPage.Domain.Calls;
using PayPage.Domain.Customers;
using PayPage.Domain.Disputes;
using PayPage.Domain.Events;
using PayPage.Domain.Fort;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;
using PayPage.Domain.Reports;
using PayPage.Domain.Team;
using PayPage.Domain.Webhooks;

namespace PayPage.Data.Conversions;

/// <summary>Every strong id is a plain guid in the database.</summary>
internal static class IdConverters
{
    public static void AddIds(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<MerchantId>().HaveConversion<OfMerchant>();
        conventions.Properties<ApiKeyId>().HaveConversion<OfApiKey>();
        conventions.Properties<KeptCallId>().HaveConversion<OfKeptCall>();
        conventions.Properties<CustomerId>().HaveConversion<OfCustomer>();
        conventions.Properties<InvoiceId>().HaveConversion<OfInvoice>();
        conventions.Properties<BatchId>().HaveConversion<OfBatch>();
        conventions.Properties<FortFeedbackId>().HaveConversion<OfFortFeedback>();
        conventions.Properties<LinkId>().HaveConversion<OfLink>();
        conventions.Properties<PaymentId>().HaveConversion<OfPayment>();
        conventions.Properties<RefundId>().HaveConversion<OfRefund>();
        conventions.Properties<DisputeId>().HaveConversion<OfDispute>();
        conventions.Properties<ProcessorAccountId>().HaveConversion<OfAccount>();
        conventions.Properties<LedgerEntryId>().HaveConversion<OfLedgerEntry>();
        conventions.Properties<OutboxMessageId>().HaveConversion<OfMessage>();
        conventions.Properties<UserId>().HaveConversion<OfUser>();
        conventions.Properties<SessionId>().HaveConversion<OfSession>();
        conventions.Properties<InvitationId>().HaveConversion<OfInvitation>();
        conventions.Properties<InvoiceNoteId>().HaveConversion<OfInvoiceNote>();
        conventions.Properties<AuditEventId>().HaveConversion<OfAuditEvent>();
        conventions.Properties<MerchantEventId>().HaveConversion<OfEvent>();
        conventions.Properties<WebhookEndpointId>().HaveConversion<OfEndpoint>();
        conventions.Properties<WebhookDeliveryId>().HaveConversion<OfDelivery>();
        conventions.Properties<SavedReportId>().HaveConversion<OfSavedReport>();
        conventions.Properties<ReportRunId>().HaveConversion<OfReportRun>();
        conventions.Properties<DifferenceId>().HaveConversion<OfDifference>();
        conventions.Properties<ComparisonId>().HaveConversion<OfComparison>();
    }

    private sealed class OfKeptCall() : ValueConverter<KeptCallId, Guid>(id => id.Value, value => new KeptCallId(value));

    private sealed class OfSavedReport() : ValueConverter<SavedReportId, Guid>(id => id.Value, value => new SavedReportId(value));

    private sealed class OfReportRun() : ValueConverter<ReportRunId, Guid>(id => id.Value, value => new ReportRunId(value));

    private sealed class OfDifference() : ValueConverter<DifferenceId, Guid>(id => id.Value, value => new DifferenceId(value));

    private sealed class OfComparison() : ValueConverter<ComparisonId, Guid>(id => id.Value, value => new ComparisonId(value));

    private sealed class OfMerchant() : ValueConverter<MerchantId, Guid>(id => id.Value, value => new MerchantId(value));

    private sealed class OfApiKey() : ValueConverter<ApiKeyId, Guid>(id => id.Value, value => new ApiKeyId(value));

    private sealed class OfCustomer() : ValueConverter<CustomerId, Guid>(id => id.Value, value => new CustomerId(value));

    private sealed class OfInvoice() : ValueConverter<InvoiceId, Guid>(id => id.Value, value => new InvoiceId(value));

    private sealed class OfBatch() : ValueConverter<BatchId, Guid>(id => id.Value, value => new BatchId(value));

    private sealed class OfFortFeedback() : ValueConverter<FortFeedbackId, Guid>(id => id.Value, value => new FortFeedbackId(value));

    private sealed class OfLink() : ValueConverter<LinkId, Guid>(id => id.Value, value => new LinkId(value));

    private sealed class OfPayment() : ValueConverter<PaymentId, Guid>(id => id.Value, value => new PaymentId(value));

    private sealed class OfRefund() : ValueConverter<RefundId, Guid>(id => id.Value, value => new RefundId(value));

    private sealed class OfDispute() : ValueConverter<DisputeId, Guid>(id => id.Value, value => new DisputeId(value));

    private sealed class OfAccount() : ValueConverter<ProcessorAccountId, Guid>(id => id.Value, value => new ProcessorAccountId(value));

    private sealed class OfLedgerEntry() : ValueConverter<LedgerEntryId, Guid>(id => id.Value, value => new LedgerEntryId(value));

    private sealed class OfMessage() : ValueConverter<OutboxMessageId, Guid>(id => id.Value, value => new OutboxMessageId(value));

    private sealed class OfUser() : ValueConverter<UserId, Guid>(id => id.Value, value => new UserId(value));

    private sealed class OfSession() : ValueConverter<SessionId, Guid>(id => id.Value, value => new SessionId(value));

    private sealed class OfInvitation() : ValueConverter<InvitationId, Guid>(id => id.Value, value => new InvitationId(value));

    private sealed class OfInvoiceNote() : ValueConverter<InvoiceNoteId, Guid>(id => id.Value, value => new InvoiceNoteId(value));

    private sealed class OfAuditEvent() : ValueConverter<AuditEventId, Guid>(id => id.Value, value => new AuditEventId(value));

    private sealed class OfEvent() : ValueConverter<MerchantEventId, Guid>(id => id.Value, value => new MerchantEventId(value));

    private sealed class OfEndpoint() : ValueConverter<WebhookEndpointId, Guid>(id => id.Value, value => new WebhookEndpointId(value));

    private sealed class OfDelivery() : ValueConverter<WebhookDeliveryId, Guid>(id => id.Value, value => new WebhookDeliveryId(value));
}
