using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Events;
using PayPage.Domain.Merchants;
using PayPage.Domain.Webhooks;

namespace PayPage.Data.Configurations;

internal sealed class MerchantEventConfiguration : IEntityTypeConfiguration<MerchantEvent>
{
    public void Configure(EntityTypeBuilder<MerchantEvent> told)
    {
        told.ToTable("Events");
        told.HasKey(e => e.Id);
        told.Property(e => e.Body).HasMaxLength(MerchantEvent.MostBytes);
        told.HasOne<Merchant>().WithMany().HasForeignKey(e => e.MerchantId).OnDelete(DeleteBehavior.Restrict);
        told.HasIndex(e => new { e.MerchantId, e.Mode, e.Sequence }).IsUnique();    // the feed is a walk along it
        told.HasIndex(e => e.At);    // what is too old
        told.HasIndex(e => new { e.InvoiceId, e.InvoiceSequence });    // those of one invoice
    }
}

internal sealed class EventCounterConfiguration : IEntityTypeConfiguration<EventCounter>
{
    public void Configure(EntityTypeBuilder<EventCounter> counter)
    {
        counter.ToTable("EventCounters");
        counter.HasKey(c => new { c.MerchantId, c.Mode });
        counter.HasOne<Merchant>().WithMany().HasForeignKey(c => c.MerchantId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WebhookEndpointConfiguration : IEntityTypeConfiguration<WebhookEndpoint>
{
    private const int SealedLength = 1000;

    public void Configure(EntityTypeBuilder<WebhookEndpoint> endpoint)
    {
        endpoint.ToTable("WebhookEndpoints");
        endpoint.HasKey(e => e.Id);
        endpoint.Property(e => e.Url).HasMaxLength(WebhookEndpoint.UrlLength);
        endpoint.Property(e => e.Description).HasMaxLength(WebhookEndpoint.DescriptionLength);
        endpoint.Property(e => e.Types).HasMaxLength(WebhookEndpoint.TypesLength).IsUnicode(false);
        endpoint.Property(e => e.SealedSecrets).HasMaxLength(SealedLength);
        endpoint.Property(e => e.DisabledBecause).HasMaxLength(WebhookEndpoint.ReasonLength);
        endpoint.Property(e => e.Version).IsConcurrencyToken();
        endpoint.HasOne<Merchant>().WithMany().HasForeignKey(e => e.MerchantId).OnDelete(DeleteBehavior.Restrict);
        endpoint.HasIndex(e => new { e.MerchantId, e.Mode });
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    private const string Waiting = "[DeliveredAt] IS NULL AND [DeadAt] IS NULL";

    public void Configure(EntityTypeBuilder<WebhookDelivery> delivery)
    {
        delivery.ToTable("WebhookDeliveries");
        delivery.HasKey(d => d.Id);
        delivery.Property(d => d.LastError).HasMaxLength(WebhookDelivery.ErrorLength);
        delivery.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(d => d.EndpointId).OnDelete(DeleteBehavior.Restrict);
        delivery.HasOne<MerchantEvent>().WithMany().HasForeignKey(d => d.EventId).OnDelete(DeleteBehavior.Restrict);
        delivery.HasIndex(d => new { d.EndpointId, d.Sequence }).IsUnique();    // an endpoint's log; and no event goes to it twice
        delivery.HasIndex(d => d.DueAt).HasFilter(Waiting);
        delivery.HasIndex(d => new { d.EndpointId, d.DueAt }).HasFilter(Waiting);
    }
}

internal sealed class WebhookAttemptConfiguration : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> attempt)
    {
        attempt.ToTable("WebhookAttempts");
        attempt.HasKey(a => new { a.DeliveryId, a.No });
        attempt.Property(a => a.No).ValueGeneratedNever();
        attempt.Property(a => a.Error).HasMaxLength(WebhookDelivery.ErrorLength);
        attempt.HasOne<WebhookDelivery>().WithMany().HasForeignKey(a => a.DeliveryId).OnDelete(DeleteBehavior.Restrict);
    }
}
