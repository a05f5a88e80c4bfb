using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class MerchantApi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PartnerDeveloperId",
                table: "Invoices",
                type: "nvarchar(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PartnerSolutionId",
                table: "Invoices",
                type: "nvarchar(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreatedBy",
                table: "ApiKeys",
                type: "varchar(60)",
                unicode: false,
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ApiKeys",
                type: "varchar(30)",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Bearer");

            migrationBuilder.AddColumn<DateTime>(
                name: "LastUsedAt",
                table: "ApiKeys",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RevokedBy",
                table: "ApiKeys",
                type: "varchar(60)",
                unicode: false,
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scopes",
                table: "ApiKeys",
                type: "varchar(30)",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "All");

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedSecret",
                table: "ApiKeys",
                type: "varbinary(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Shown",
                table: "ApiKeys",
                type: "varchar(20)",
                unicode: false,
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Signer",
                table: "ApiKeys",
                type: "varchar(60)",
                unicode: false,
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KeptCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mode = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    KeyHash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    CameAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LeaseNo = table.Column<int>(type: "int", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Status = table.Column<int>(type: "int", nullable: true),
                    ContentType = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true),
                    Location = table.Column<string>(type: "varchar(500)", unicode: false, maxLength: 500, nullable: true),
                    Tag = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true),
                    Body = table.Column<byte[]>(type: "varbinary(max)", nullable: true)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                name: "KeptCalls");

            migrationBuilder.DropTable(
                name: "SpentSignatures");

            migrationBuilder.DropIndex(
                name: "IX_Events_InvoiceId_InvoiceSequence",
                table: "Events");

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
