using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MerchantApi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PayerPhone",
                table: "Payments",
                type: "TEXT",
                unicode: false,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ShipTo",
                table: "Payments",
                type: "TEXT",
                maxLength: 506,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AsksEmail",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "AsksPhone",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "AsksShipping",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "BackWhenPaid",
                table: "Merchants",
                type: "TEXT",
                maxLength: 2048,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BackWhenPending",
                table: "Merchants",
                type: "TEXT",
                maxLength: 2048,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BackWhenRejected",
                table: "Merchants",
                type: "TEXT",
                maxLength: 2048,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Dialect_AuthenticatesPayers",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Dialect_BackgroundColor",
                table: "Merchants",
                type: "TEXT",
                unicode: false,
                maxLength: 7,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Dialect_DeliveryLanguage",
                table: "Merchants",
                type: "TEXT",
                unicode: false,
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Dialect_FontColor",
                table: "Merchants",
                type: "TEXT",
                unicode: false,
                maxLength: 7,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HearsNothingOfPayments",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Labels",
                table: "Merchants",
                type: "TEXT",
                maxLength: 3900,
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<long>(
                name: "LastFieldNumber",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsVatNumber",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "VatNumber",
                table: "Merchants",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fields",
                table: "Invoices",
                type: "TEXT",
                maxLength: 100000,
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "PartnerDeveloperId",
                table: "Invoices",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PartnerSolutionId",
                table: "Invoices",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreatedBy",
                table: "ApiKeys",
                type: "TEXT",
                unicode: false,
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ApiKeys",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Bearer");

            migrationBuilder.AddColumn<DateTime>(
                name: "LastUsedAt",
                table: "ApiKeys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RevokedBy",
                table: "ApiKeys",
                type: "TEXT",
                unicode: false,
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scopes",
                table: "ApiKeys",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "All");

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedSecret",
                table: "ApiKeys",
                type: "BLOB",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Shown",
                table: "ApiKeys",
                type: "TEXT",
                unicode: false,
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Signer",
                table: "ApiKeys",
                type: "TEXT",
                unicode: false,
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FieldDefinitions",
                columns: table => new
                {
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsShownToPayers = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsReadOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    MinLength = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxLength = table.Column<int>(type: "INTEGER", nullable: false),
                    Default = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Choices = table.Column<string>(type: "TEXT", maxLength: 3900, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    DataIndex = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldDefinitions", x => new { x.MerchantId, x.Number });
                    table.ForeignKey(
                        name: "FK_FieldDefinitions_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeptCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    KeyHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    CameAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeaseNo = table.Column<int>(type: "INTEGER", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    ContentType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: true),
                    Location = table.Column<string>(type: "TEXT", unicode: false, maxLength: 500, nullable: true),
                    Tag = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: true),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptCalls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptCalls_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpentSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpentSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpentSignatures_ApiKeys_KeyId",
                        column: x => x.KeyId,
                        principalTable: "ApiKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Events_InvoiceId_InvoiceSequence",
                table: "Events",
                columns: new[] { "InvoiceId", "InvoiceSequence" });

            migrationBuilder.CreateIndex(
                name: "IX_KeptCalls_CameAt",
                table: "KeptCalls",
                column: "CameAt");

            migrationBuilder.CreateIndex(
                name: "IX_KeptCalls_MerchantId_Mode_KeyHash",
                table: "KeptCalls",
                columns: new[] { "MerchantId", "Mode", "KeyHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpentSignatures_ExpiresAt",
                table: "SpentSignatures",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_SpentSignatures_KeyId_Hash",
                table: "SpentSignatures",
                columns: new[] { "KeyId", "Hash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FieldDefinitions");

            migrationBuilder.DropTable(
                name: "KeptCalls");

            migrationBuilder.DropTable(
                name: "SpentSignatures");

            migrationBuilder.DropIndex(
                name: "IX_Events_InvoiceId_InvoiceSequence",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "PayerPhone",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "ShipTo",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "AsksEmail",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "AsksPhone",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "AsksShipping",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "BackWhenPaid",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "BackWhenPending",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "BackWhenRejected",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "Dialect_AuthenticatesPayers",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "Dialect_BackgroundColor",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "Dialect_DeliveryLanguage",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "Dialect_FontColor",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "HearsNothingOfPayments",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "Labels",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "LastFieldNumber",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "ShowsVatNumber",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "VatNumber",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "Fields",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "PartnerDeveloperId",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "PartnerSolutionId",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "CreatedBy",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "LastUsedAt",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "RevokedBy",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "Scopes",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "SealedSecret",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "Shown",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "Signer",
                table: "ApiKeys");
        }
    }
}
